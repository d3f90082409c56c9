import { expect, it } from 'vitest'
import { nextProbeTime } from './next-probe-time'

const since = new Date('2026-03-01T12:00:00Z')
const later = (minutes: number) => new Date(since.getTime() + minutes * 60_000)

it.each([
  ['five minutes after the pause began', 0, 5],
  ['after as long again as it has lasted', 5, 10],
  ['so at ever longer distances', 40, 80],
  ['and at least four times a day, so that a mended customer does not wait for ever', 10_000, 10_360],
])('probes a paused customer %s', (_, minutes, next) => {
  expect(nextProbeTime(since, later(minutes))).toEqual(later(next))
})
