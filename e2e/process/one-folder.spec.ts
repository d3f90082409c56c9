import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { expect, type PlaywrightWorkerArgs, test } from 'playwright/test'
import { startServer } from '@/test/e2e/start-server.mjs'
import { newDataFolder } from '@/test/run/data-template.mjs'
import { freePort } from '@/test/support/free-port.mjs'
import { leadBody } from '../actions/leads'

/** As in another container: no process of ours is seen there, and the host has another name. */
const elsewhere = ['unshare', '--pid', '--fork', '--mount-proc', '--uts']
const canIsolate =
  process.platform === 'linux' && spawnSync('unshare', [...elsewhere.slice(1), 'true']).status === 0

const prefix = canIsolate ? [...elsewhere, 'sh', '-c', 'hostname elsewhere && exec "$@"', 'sh'] : []
const where = canIsolate
  ? 'in another container'
  : 'beside it (in another container needs Linux, unshare and root)'

test(`a second process on one data folder, ${where}, is refused, and no lead is lost`, {
  tag: '@all',
}, async ({ playwright }) => {
  test.setTimeout(240_000)
  const dataDir = newDataFolder()
  const first = await startServer({ dataDir })
  const leads = await sendLeads(playwright, first.address)

  const { code, said } = await startSecond(dataDir)
  expect(code).toBe(1)
  const last = JSON.parse(said.trim().split('\n').at(-1) ?? '')
  expect(last).toMatchObject({ level: 60, msg: 'Lead API did not start' })
  expect(last.reason).toMatch(/^DATA_DIR is in use by process \d+ on \S+ \(its lock is .+\)$/)

  leads.push(...(await sendLeads(playwright, first.address)))
  await first.kill()
  const again = await startServer({ dataDir })
  const request = await playwright.request.newContext({ baseURL: again.address })
  const answers = await Promise.all(leads.map((id) => request.get(`/api/lead/${id}`)))
  expect(answers.map((answer) => answer.status())).toEqual(leads.map(() => 200))
  await request.dispose()
  expect(await again.stop()).toBe(true)
  rmSync(dataDir, { recursive: true })
})

/** Resolves to the ids of leads that were acknowledged. */
async function sendLeads(playwright: PlaywrightWorkerArgs['playwright'], baseURL: string): Promise<string[]> {
  const request = await playwright.request.newContext({ baseURL })
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => request.post('/api/lead', { data: leadBody() })),
  )
  const ids = await Promise.all(answers.map(async (answer) => (await answer.json()).id))
  await request.dispose()
  expect(ids.every((id) => typeof id === 'string')).toBe(true)
  return ids
}

/** Starts the product on a folder, and waits until it has ended, and said why. */
async function startSecond(dataDir: string) {
  const [program = '', ...args] = [...prefix, process.execPath, 'scripts/start.mjs']
  const settings = { PORT: `${await freePort()}`, DATA_DIR: dataDir, DATABASE_URL: '', VITEC_BASE_URL: '' }
  const child = spawn(program, args, {
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [[code], said] = await Promise.all([once(child, 'exit'), text(child.stdout)])
  return { code, said }
}
