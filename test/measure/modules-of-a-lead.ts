import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { Session } from 'node:inspector/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'modules-'))

/**
 * Prints, as JSON, the modules of ours of which a function ran while one `POST /api/lead` was answered and its lead
 * delivered, the second of its kind: by the engine's own count of calls, not by imports. Run by scripts/shape.mjs.
 */
const vitec = createServer((request, response) => {
  request.resume().on('end', () => response.end('"CMLEAD1"'))
})
await new Promise<void>((resolve) => vitec.listen(0, '127.0.0.1', resolve))
const address = vitec.address()
if (address === null || typeof address === 'string') throw new Error('there is no port')
Object.assign(process.env, {
  ...{ DATA_DIR: folder, VITEC_BASE_URL: `http://127.0.0.1:${address.port}`, LOG_LEVEL: 'error' },
})

const { start, stop } = await import('@/lib/composition/start')
const { POST } = await import('@/app/api/lead/route')
const { exampleRequest } = await import('@/lib/openapi/lead-examples')
await start()

async function submit(): Promise<void> {
  const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() }
  const request = new Request('http://localhost/api/lead', {
    ...{ method: 'POST', headers, body: JSON.stringify(exampleRequest) },
  })
  const answer = await POST(request, { params: Promise.resolve({}) })
  if (answer.status !== 200) throw new Error(await answer.text())
}

/** Long enough for what a lead leaves to do after its answer. */
const settled = () => wait(300)

await submit()
const session = new Session()
session.connect()
await session.post('Profiler.enable')
await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false })
await settled()
await session.post('Profiler.takePreciseCoverage')
await submit()
const { result } = await session.post('Profiler.takePreciseCoverage')

const ours = /^(app|components|lib|server)\//
const modules = result
  .filter(({ functions }) => functions.some(({ ranges }) => (ranges[0]?.count ?? 0) > 0))
  .map(({ url }) => (url.startsWith('file:') ? fileURLToPath(url.replace(/\?.*$/, '')) : ''))
  .filter((path) => path.startsWith(root))
  .map((path) => path.slice(root.length))
  // Which database there is decides how it is reached.
  .filter((path) => ours.test(path) && !path.startsWith('lib/db/'))
console.log(JSON.stringify([...new Set(modules)].sort()))
await stop(1_000)
rmSync(folder, { recursive: true, force: true })
process.exit(0)
