import { expect, it, vi } from 'vitest'
import { startTally } from './tally.mjs'

it('counts a part that crashes as failed and still does the next, because one broken tool must not hide the rest', async () => {
  const log = vi.spyOn(console, 'log').mockReturnValue()
  const tally = startTally()
  await tally.part('install', async () => undefined)
  await tally.part('browser', () => Promise.reject(new Error('no browser')))
  await tally.part('units', async () => ({ passed: 5, failed: 1 }))
  expect(tally.total()).toEqual({ passed: 5, failed: 2 })
  expect(log).toHaveBeenCalledWith('no browser')
  log.mockRestore()
})
