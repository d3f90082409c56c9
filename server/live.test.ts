import { expect, it } from 'vitest'
import { version } from '@/lib/version'
import { freePort } from '@/test/support/free-port.mjs'
import { openLivePort } from './live'

it('says at a port of its own that the process answers, and nothing else, because it is open to whoever reaches it', async () => {
  const LIVE_PORT = await freePort()
  await openLivePort({ HOST: '127.0.0.1', LIVE_PORT })
  const ask = (path: string, method = 'GET') => fetch(`http://127.0.0.1:${LIVE_PORT}${path}`, { method })
  expect(await (await ask('/api/health/live?x=1')).json()).toEqual({
    status: 'OK',
    message: 'The process answers.',
    version,
  })
  expect((await ask('/api/health/live', 'HEAD')).status).toBe(200)
  expect((await ask('/api/health/live', 'POST')).status).toBe(405)
  expect((await ask('/leads')).status).toBe(404)
  await expect(openLivePort({ HOST: '127.0.0.1', LIVE_PORT })).rejects.toThrow(
    `Port ${LIVE_PORT} on 127.0.0.1 is in use: choose another: LIVE_PORT=${LIVE_PORT + 1} npm start`,
  )
})
