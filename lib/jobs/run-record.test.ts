import { expect, it } from 'vitest'
import { createRunRecord, failureCode, figuresOf } from './run-record'

it('makes known what others start, and leaves its result and its errors to them', async () => {
  let nowMs = 0
  const record = createRunRecord(() => nowMs)
  const look = record.watch('look-for-due', async (fails: boolean) => {
    nowMs += 20
    if (fails) throw Object.assign(new Error('words'), { code: 'ECONNREFUSED' })
    return 'found'
  })
  expect(await look(false)).toBe('found')
  await expect(look(true)).rejects.toThrow('words')
  nowMs += 5
  expect(record.notes()).toEqual([
    {
      ...{ name: 'look-for-due', endedAgoMs: 25, tookMs: 20, isIdle: true },
      ...{ failedAgoMs: 5, failure: 'ECONNREFUSED' },
    },
  ])
})

it.each([
  [new TypeError('Erik Andersson'), 'TypeError'],
  [Object.assign(new Error('words'), { code: 'P2024' }), 'P2024'],
  [Object.assign(new Error('words'), { code: 'of Erik Andersson' }), 'unknown'],
  ['Erik Andersson', 'string'],
])('calls %o %s, for words may be of a person', (error, code) => {
  expect(failureCode(error)).toBe(code)
})

it('takes only numbers for what a run did', () => {
  expect(figuresOf({ leads: 2, word: 'Erik', part: Number.NaN })).toEqual({ leads: 2 })
  expect([figuresOf(undefined), figuresOf(7), figuresOf('Erik')]).toEqual([{}, {}, {}])
})
