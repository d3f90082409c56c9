import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it, vi } from 'vitest'
import { runNode } from './child.mjs'

const folder = mkdtempSync(join(tmpdir(), 'child-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** A shutdown that is asked for by hand. */
function shutdownByHand() {
  const stops: ((deadlineMs: number) => Promise<unknown>)[] = []
  return {
    before: (stop: (deadlineMs: number) => Promise<unknown>) => {
      stops.push(stop)
      return () => stops.pop()
    },
    begun: () => true,
    serving: () => {},
    begin: async () => {
      for (const stop of stops) await stop(0)
    },
    isWatching: () => stops.length > 0,
  }
}

it('is silent about a program that succeeds, and has nothing to end afterwards', async () => {
  const shutdown = shutdownByHand()
  await runNode('a program', ['-e', 'console.log("much")'], { shutdown })
  expect(shutdown.isWatching()).toBe(false)
})

it('shows what a failing program said, because that is where the reason is', async () => {
  const written = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  const shutdown = { ...shutdownByHand(), begun: () => false }
  const script = 'console.log("the reason"); process.exit(2)'
  await expect(runNode('a program', ['-e', script], { shutdown })).rejects.toThrow('a program failed')
  const said = written.mock.calls.map(([line]) => JSON.parse(String(line)))
  expect(said).toContainEqual(expect.objectContaining({ level: 50, said: 'the reason\n' }))
  written.mockRestore()
})

it('ends what the program started in turn, because that would go on and hold its files', async () => {
  const shutdown = shutdownByHand()
  const ready = join(folder, 'ready')
  const inner = join(folder, 'inner.cjs')
  const outer = join(folder, 'outer.cjs')
  writeFileSync(
    inner,
    `require('fs').writeFileSync(${JSON.stringify(ready)}, ''); setInterval(() => {}, 1000)`,
  )
  // What it starts shares its output, so that the run has not ended before both have.
  const start = `spawn(process.execPath, [${JSON.stringify(inner)}], { stdio: 'inherit' })`
  writeFileSync(outer, `require('child_process').${start}`)
  const running = expect(runNode('a program', [outer], { shutdown })).rejects.toThrow('a program failed')
  await vi.waitUntil(() => existsSync(ready), { timeout: 4000 })
  await shutdown.begin()
  await running
})
