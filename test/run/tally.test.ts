import { expect, it, vi } from 'vitest'
import { believed, one, startTally, sum } from './tally.mjs'

it('counts a part that crashes as failed and still does the next, because one broken tool must not hide the rest', async () => {
  const log = vi.spyOn(console, 'log').mockReturnValue()
  const tally = startTally()
  await tally.part('install', async () => undefined)
  await tally.part('browser', () => Promise.reject(new Error('no browser')))
  await tally.part('units', async () => ({ passed: 5, failed: 2, failures: ['adds up'] }))
  expect(tally.total()).toMatchObject({ passed: 5, failed: 3 })
  expect(tally.failures()).toEqual(['browser: no browser', 'units: adds up', 'units: 1 without a name'])
  expect(log).toHaveBeenCalledWith('no browser')
  log.mockRestore()
})

it.each([
  ['all is well', { passed: 3, failed: 0 }, true, 0],
  ['tests failed', { passed: 3, failed: 2 }, false, 2],
  ['it crashed after its tests', { passed: 3, failed: 0 }, false, 1],
  ['it crashed before them', { passed: 0, failed: 0 }, false, 1],
  ['it found no tests', { passed: 0, failed: 0 }, true, 1],
])(
  'when %s, counts %o with success %s as %i failed, so that silence is no success',
  (_, said, succeeded, failed) => {
    expect(believed(said, succeeded)).toEqual({ passed: said.passed, failed })
  },
)

it('adds up what every part found', () => {
  expect(sum([one(true, 'a'), one(false, 'b'), { passed: 4, failed: 1 }])).toEqual({
    ...{ passed: 5, failed: 2 },
    failures: ['b'],
    again: [],
  })
})
