import { rmSync } from 'node:fs'
import { expect, test } from 'playwright/test'
import { shortWaits, startServer } from '@/test/e2e/start-server.mjs'
import { newDataFolder } from '@/test/run/data-template.mjs'
import { leadBody } from '../actions/leads'
import { startSlowVitec } from '../actions/surroundings'

test('a stop lets the attempt under way end and answers its caller, and leaves the rest to the next start', {
  tag: '@all',
}, async ({ playwright }) => {
  test.setTimeout(240_000)
  const dataDir = newDataFolder()
  const vitec = await startSlowVitec()
  const settings = { VITEC_BASE_URL: vitec.address, VITEC_TIMEOUT_S: '30', VITEC_MAX_CONCURRENT: '1' }
  const server = await startServer({ dataDir, settings })
  const request = await playwright.request.newContext({ baseURL: server.address })
  const post = (headers = {}) => request.post('/api/lead', { data: leadBody(), headers })

  const underWay = post()
  await vitec.asked
  const waiting = await (await post({ Prefer: 'respond-async' })).json()
  const stopped = server.stop()
  await expect.poll(() => server.said()).toContain('Stopping')
  vitec.answer()
  const answer = await underWay
  expect({ http: answer.status(), ...(await answer.json()) }).toMatchObject({ http: 200, status: 'OK' })
  expect(await stopped).toBe(true)

  const again = await startServer({ dataDir, settings, waits: shortWaits })
  const later = await playwright.request.newContext({ baseURL: again.address })
  try {
    const lead = async () => {
      vitec.answer()
      return (await later.get(`/api/lead/${waiting.id}`)).json()
    }
    await expect.poll(lead, { timeout: 30_000 }).toMatchObject({ status: 'delivered', attempts: 1 })
  } finally {
    await request.dispose()
    await later.dispose()
    expect(await again.stop()).toBe(true)
    vitec.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
})
