import { expect, it } from 'vitest'
import { retentionCutoff } from './retention'

it.each([
  ['2026-11-26T03:00:00.000Z', 24, '2024-11-26T03:00:00.000Z'],
  ['2026-03-31T03:00:00.000Z', 1, '2026-02-28T03:00:00.000Z'],
  ['2024-03-31T03:00:00.000Z', 1, '2024-02-29T03:00:00.000Z'],
  ['2026-01-15T03:00:00.000Z', 13, '2024-12-15T03:00:00.000Z'],
])(
  'counts calendar months, so that nobody is kept longer than promised: at %s, %i months end with %s',
  (now, months, cutoff) => {
    expect(retentionCutoff(new Date(now), months).toISOString()).toBe(cutoff)
  },
)
