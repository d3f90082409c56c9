import { expect, it } from 'vitest'
import { onceANight } from './once-a-night'

it('runs at the start and then once a night, after two o’clock in Sweden', async () => {
  let now = ''
  const runs: string[] = []
  const call = onceANight(
    async () => runs.push(now),
    () => new Date(now),
  )
  const calls = [
    '2026-03-01T12:00Z',
    '2026-03-01T22:00Z',
    '2026-03-02T00:59Z',
    '2026-03-02T01:01Z',
    '2026-03-02T09:00Z',
  ]
  for (now of calls) await call()
  expect(runs).toEqual(['2026-03-01T12:00Z', '2026-03-02T01:01Z'])
})

it('runs again when it has failed, because a night must not pass without', async () => {
  let runs = 0
  const call = onceANight(
    async () => {
      runs++
      if (runs === 1) throw new Error('the database is away')
    },
    () => new Date('2026-03-01T12:00Z'),
  )
  await expect(call()).rejects.toThrow('away')
  await call()
  await call()
  expect(runs).toBe(2)
})
