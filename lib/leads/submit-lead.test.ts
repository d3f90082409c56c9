import { expect, it, vi } from 'vitest'
import type { Identity } from '@/lib/auth/permissions'
import type { LeadState } from '@/lib/deliveries/delivery-store'
import type { IdempotencyStore, KeptAnswer, KeyState } from '@/lib/idempotency/idempotency-store'
import { seedBody } from '@/test/support/leads/seed-body'
import { datedLead } from './lead-message'
import type { AddLead, ReplaceLead } from './new-lead'
import type { FindSimilar } from './similar-lead'
import { type Submission, type SubmitLeadPorts, submitLead } from './submit-lead'
import { leadRequestSchema } from './wire-lead'

const first: KeptAnswer = { httpStatus: 200, body: '{"id":"first"}' }
const unanswered = (ageMs: number): KeyState => ({ kind: 'unanswered', leadId: 'recovered', ageMs })
const open: Identity = { kind: 'open' }
const state = (id: string): LeadState => ({
  ...{ id, status: 'pending', word: null, vitecLeadId: null, nextAttemptAt: null, obstacle: null },
})
const submission: Submission = {
  ...{ channel: 'form', identity: open, key: 'k', wait: true, requestId: 'r', requester: null },
  body: { bytes: new Uint8Array(), value: { lead: seedBody(), message: '' } },
}
const fromApi: Submission = { ...submission, channel: 'api', body: { ...submission.body, value: seedBody() } }
const answerOf = (id: string): KeptAnswer => ({
  httpStatus: 202,
  body: JSON.stringify({
    status: 'QUEUED',
    message: 'The lead is stored and will be sent to Vitec.',
    id,
    state: 'pending',
    reference: null,
    request_id: 'r',
  }),
})

/** A store that is found in these states, one after the other. */
function ports(...states: KeyState[]) {
  const keys: IdempotencyStore = {
    find: async () => states.shift() ?? { kind: 'free' },
    keep: async (_, answer) => answer,
  }
  const add = vi.fn<AddLead>(async () => ({ id: 'new', warnings: [] }))
  const replace = vi.fn<ReplaceLead>(async () => ({ id: 'new', warnings: [] }))
  const similar = vi.fn<FindSimilar>(async () => ({ leads: [] }))
  return {
    ...{ keys, add, replace, similar, now: () => new Date('2026-03-01') },
    attemptNow: async (leadId: string) => state(leadId),
    standing: async (leadId: string) => ({ state: state(leadId), warnings: [], reference: null }),
  } satisfies SubmitLeadPorts
}
const submit = (given: SubmitLeadPorts, what = fromApi, onStored = () => {}) =>
  submitLead(given, what, onStored)

it('does the work for a free key', async () => {
  expect(await submit(ports({ kind: 'free' }))).toEqual({
    kind: 'stored',
    answer: answerOf('new'),
    askAgainInS: 900,
  })
})

it('gives the first answer to whoever comes later, and does nothing', async () => {
  const answered = ports({ kind: 'answered', answer: first })
  expect(await submit(answered)).toEqual({ kind: 'replayed', answer: first })
  expect(answered.add).not.toHaveBeenCalled()
})

it('refuses a key that was used with another body, because one of the two would be lost', async () => {
  const other = ports({ kind: 'other_body' })
  expect(await submit(other)).toEqual({ kind: 'key_reused' })
  expect(other.add).not.toHaveBeenCalled()
})

it('asks a second caller to wait while the first is under way', async () => {
  const busy = ports(unanswered(14_000))
  expect(await submit(busy)).toEqual({ kind: 'key_in_flight', retryAfterS: 2 })
  expect(busy.add).not.toHaveBeenCalled()
})

it('answers with how the lead stands when its first request crashed, so that no key is stuck', async () => {
  const crashed = ports(unanswered(16_000))
  expect(await submit(crashed)).toEqual({ kind: 'replayed', answer: answerOf('recovered') })
  expect(crashed.add).not.toHaveBeenCalled()
})

it('looks again when another request takes the key in between', async () => {
  const raced = ports({ kind: 'free' }, { kind: 'answered', answer: first })
  raced.add.mockResolvedValue(null)
  expect(await submit(raced)).toEqual({ kind: 'replayed', answer: first })
})

it('does not look again for ever where a lead without a key is refused for its key, which cannot be', async () => {
  const odd = ports({ kind: 'free' })
  odd.add.mockResolvedValue(null)
  await expect(submit(odd, { ...fromApi, key: null })).rejects.toThrow('without a key')
})

it('leaves the key free when the work fails, because nothing was stored', async () => {
  const failing = ports({ kind: 'free' })
  failing.add.mockRejectedValue(new Error('the database is away'))
  const onStored = vi.fn()
  await expect(submit(failing, fromApi, onStored)).rejects.toThrow('away')
  expect(onStored).not.toHaveBeenCalled()
})

it('answers even when the answer cannot be kept, because the lead is stored', async () => {
  const { keys, ...rest } = ports({ kind: 'free' })
  const forgetful = { ...keys, keep: () => Promise.reject(new Error('the database is away')) }
  expect(await submit({ keys: forgetful, ...rest })).toMatchObject({
    ...{ kind: 'stored', answer: answerOf('new') },
  })
})

it('stores nothing of a form that showed another message, and says which it would be', async () => {
  const shown = ports({ kind: 'free' })
  await expect(submit(shown, submission)).rejects.toMatchObject({
    code: 'message_changed',
    details: { leadMessage: expect.stringContaining('2026-03-01') },
  })
  expect(shown.add).not.toHaveBeenCalled()
})

const twin = {
  id: 'twin',
  same: ['phone' as const],
  receivedAt: '',
  status: 'pending' as const,
  firstName: 'Erik',
}

it('warns a system of its own leads that are alike, and staff of anybody’s', async () => {
  const given = ports()
  given.similar.mockResolvedValue({ leads: [twin] })
  await submit(given)
  expect(given.similar.mock.lastCall?.[0]).toMatchObject({ sentBy: 'open', except: null })
  expect(given.add.mock.lastCall?.[0].warnings).toMatchObject([
    { code: 'similar_lead', params: { lead: 'twin' } },
  ])
})

it.each<[string, FindSimilar]>([
  ['fails', () => Promise.reject(new Error('no'))],
  ['never ends', () => new Promise(() => {})],
])('stores a lead all the same when looking for others that are like it %s', async (_, similar) => {
  expect(await submit({ ...ports(), similar })).toMatchObject({ kind: 'stored' })
})

const message = datedLead(leadRequestSchema('2026-03-01').parse(seedBody()), new Date('2026-03-01')).message
const replacing: Submission = {
  ...submission,
  body: {
    ...submission.body,
    value: { lead: seedBody(), message, replaces: '019ac1d2-7c1e-7f4a-8a57-2f6f3c0e9b11' },
  },
}

it('stores a lead of the form in the place of another, which it is not said to be like', async () => {
  const given = ports()
  await submit(given, replacing)
  expect(given.add).not.toHaveBeenCalled()
  expect(given.replace.mock.lastCall?.[1]).toEqual({
    leadId: '019ac1d2-7c1e-7f4a-8a57-2f6f3c0e9b11',
    despiteDoubt: false,
  })
  expect(given.similar.mock.lastCall?.[0]).toMatchObject({
    sentBy: null,
    except: '019ac1d2-7c1e-7f4a-8a57-2f6f3c0e9b11',
  })
})

it('says by which lead another was replaced, unless that was the same request', async () => {
  const other = ports()
  other.replace.mockResolvedValue({ refused: 'replaced', by: 'faster' })
  await expect(submit(other, replacing)).rejects.toMatchObject({
    code: 'replaced',
    details: { replacedBy: 'faster' },
  })
  const own = ports(
    { kind: 'free' },
    { kind: 'answered', answer: first },
    { kind: 'answered', answer: first },
  )
  own.replace.mockResolvedValue({ refused: 'replaced', by: 'first' })
  expect(await submit(own, replacing)).toEqual({ kind: 'replayed', answer: first })
})
