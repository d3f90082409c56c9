import { expect, it } from 'vitest'
import { answerOnce } from './answer-once'
import type { IdempotencyStore, KeptAnswer, KeyState } from './idempotency-store'

const request = { caller: 'api', key: 'k', bodyHash: new Uint8Array(32) }
const first: KeptAnswer = { httpStatus: 200, body: '{"id":"first"}' }
const recovered: KeptAnswer = { httpStatus: 202, body: '{"id":"recovered"}' }
const unanswered = (ageMs: number): KeyState => ({ kind: 'unanswered', leadId: 'a', ageMs })

/** A store that is found in these states, one after the other. */
function ports(...states: KeyState[]) {
  const store: IdempotencyStore = {
    find: async () => states.shift() ?? { kind: 'free' },
    keep: async (_, answer) => answer,
  }
  return { store, recover: async () => recovered }
}
const mustNotWork = () => Promise.reject(new Error('done twice'))

it('does the work for a free key', async () => {
  expect(await answerOnce(ports({ kind: 'free' }), request, async () => first)).toEqual({
    answer: first,
    replayed: false,
  })
})

it('gives the first answer to whoever comes later, and does nothing', async () => {
  const answered = ports({ kind: 'answered', answer: first })
  expect(await answerOnce(answered, request, mustNotWork)).toEqual({ answer: first, replayed: true })
})

it('refuses a key that was used with another body, because one of the two would be lost', async () => {
  await expect(answerOnce(ports({ kind: 'other_body' }), request, mustNotWork)).rejects.toMatchObject({
    code: 'key_reused',
  })
})

it('asks a second caller to wait while the first is under way', async () => {
  await expect(answerOnce(ports(unanswered(14_000)), request, mustNotWork)).rejects.toMatchObject({
    code: 'key_in_flight',
    retryAfter: 2,
  })
})

it('answers with how the lead stands when its first request crashed, so that no key is stuck', async () => {
  expect(await answerOnce(ports(unanswered(16_000)), request, mustNotWork)).toEqual({
    answer: recovered,
    replayed: true,
  })
})

it('looks again when another request takes the key in between', async () => {
  const raced = ports({ kind: 'free' }, { kind: 'answered', answer: first })
  expect(await answerOnce(raced, request, async () => null)).toEqual({ answer: first, replayed: true })
})

it('leaves the key free when the work fails, because nothing was stored', async () => {
  const failing = () => Promise.reject(new Error('the database is away'))
  await expect(answerOnce(ports({ kind: 'free' }), request, failing)).rejects.toThrow('away')
})

it('answers even when the answer cannot be kept, because the lead is stored', async () => {
  const { store, ...rest } = ports({ kind: 'free' })
  const forgetful = { ...store, keep: () => Promise.reject(new Error('the database is away')) }
  const { answer } = await answerOnce({ store: forgetful, ...rest }, request, async () => first)
  expect(answer).toEqual(first)
})
