import { expect, it } from 'vitest'
import { believed, one, sum } from './counts.mjs'

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
  expect(sum([one(true), one(false), { passed: 4, failed: 1 }])).toEqual({ passed: 5, failed: 2 })
})
