import type { Requester } from '@/lib/audit/audit-event'
import { actorOf, type Identity, requireCustomer } from '@/lib/auth/permissions'
import type { LeadState } from '@/lib/deliveries/delivery-store'
import { AppError } from '@/lib/errors'
import { bodyHash, idempotencyKey } from '@/lib/idempotency/idempotency-key'
import type {
  IdempotencyStore,
  IdempotentRequest,
  KeptAnswer,
  Submitted,
} from '@/lib/idempotency/idempotency-store'
import { stockholmDate } from '@/lib/time/stockholm-time'
import { parseInput, type ReceivedBody } from '@/lib/validation/parse-input'
import { findLeadWarnings, misnamedFields, similarWarnings } from './find-lead-warnings'
import type { Lead } from './lead'
import { datedLead } from './lead-message'
import type { LeadWarning } from './lead-warning'
import type { AddLead, NotReplaced, Replaced, ReplaceLead, StoredLead } from './new-lead'
import { notReplaced } from './new-lead'
import { matchTexts } from './search/search-text'
import type { FindSimilar } from './similar-lead'
import { leadRequestSchema, sentFormSchema } from './wire-lead'
import { askAgainIn, leadAnswer } from './write-lead-answer'

/** A lead as it is handed in, by a system or with the form. */
export type Submission = {
  channel: 'api' | 'form'
  body: ReceivedBody
  identity: Identity
  /** The header `Idempotency-Key`. */
  key: string | null
  /** Whether the caller waits for the first attempt. */
  wait: boolean
  requestId: string
  /** Who entered it, where the audit log is told. */
  requester: Requester | null
}

export type SubmitLeadPorts = {
  keys: IdempotencyStore
  add: AddLead
  replace: ReplaceLead
  similar: FindSimilar
  /** Makes the first attempt; without waiting it is made all the same. */
  attemptNow: (leadId: string, how: { wait: boolean }) => Promise<LeadState>
  /** How a lead stands whose first request never answered. */
  standing: (leadId: string) => Promise<{ state: LeadState } & Sent>
  now: () => Date
}

/** How long a request may be under way, in ms: a caller waits 8 s for an attempt. Older ones have crashed. */
const inFlightLimit = 15_000

/** Seconds after which a caller may ask again for a request that is under way. */
const retryAfterS = 2

/** How long a lead waits for others that are like it to be found, in ms: it is stored all the same. */
const similarBudget = 250

/** How long an answer that is known waits to be kept, in ms. */
const keepBudget = 1_500

/**
 * Takes a lead in, once per key, and makes its first attempt; nothing is sent before it is stored. `onStored` is called
 * in between, when nothing that happens can lose the lead any more. What is thrown before leaves the key free.
 * @throws {AppError} `invalid_idempotency_key`, `invalid_fields`, `forbidden` for a customer that is not the caller's,
 *   `message_changed` with the new text where the form showed another; where it replaces a lead `not_found`, `not_allowed`
 *   for one that Vitec has or is being sent, `in_doubt` for one that it may have, `replaced` with the one that was faster
 */
export async function submitLead(
  ports: SubmitLeadPorts,
  submission: Submission,
  onStored: () => void,
): Promise<Submitted> {
  const key = idempotencyKey(submission.key)
  const caller = actorOf(submission.identity)
  const request = key === null ? null : { caller, key, bodyHash: bodyHash(submission.body.value) }
  const known = request ? await ports.keys.find(request) : ({ kind: 'free' } as const)
  switch (known.kind) {
    case 'answered':
      return { kind: 'replayed', answer: known.answer }
    case 'other_body':
      return { kind: 'key_reused' }
    case 'unanswered': {
      if (known.ageMs < inFlightLimit) return { kind: 'key_in_flight', retryAfterS }
      const { state, ...sent } = await ports.standing(known.leadId)
      const answer = writeAnswer(submission, state, sent)
      return { kind: 'replayed', answer: request ? await ports.keys.keep(request, answer) : answer }
    }
    case 'free': {
      const stored = await store(ports, submission, request)
      if (stored !== null && 'refused' in stored) {
        // By another request with the same key: that one's answer is this one's too.
        if (request && (await ports.keys.find(request)).kind !== 'free')
          return submitLead(ports, submission, onStored)
        throw notReplaced(stored)
      }
      // Another request took the key in between: that one's answer is this one's too.
      if (stored === null && request) return submitLead(ports, submission, onStored)
      if (stored === null) throw new Error('a lead without a key was refused for its key')
      onStored()
      const state = await ports.attemptNow(stored.id, { wait: submission.wait })
      const answer = writeAnswer(submission, state, stored)
      const askAgainInS = askAgainIn(state, ports.now())
      return {
        kind: 'stored',
        answer: request ? await kept(ports.keys, request, answer) : answer,
        askAgainInS,
      }
    }
  }
}

async function store(
  ports: SubmitLeadPorts,
  submission: Submission,
  idempotency: IdempotentRequest | null,
): Promise<(StoredLead & Sent) | NotReplaced | null> {
  const { channel, identity, requester } = submission
  const now = ports.now()
  const { lead, body, replaces } = readLead(submission, now)
  const actor = actorOf(identity)
  const warnings = [
    ...findLeadWarnings(body.value, lead),
    ...(await findSimilar(ports.similar, lead, {
      // What another partner has sent is not for a system to know.
      sentBy: channel === 'api' ? actor : null,
      except: replaces?.leadId ?? null,
    })),
  ]
  const made = {
    ...{ ...datedLead(lead, now), body: body.bytes, warnings, channel, actor, idempotency, requester },
  }
  const stored = await (replaces ? ports.replace(made, replaces) : ports.add(made))
  return stored && !('refused' in stored) ? { ...stored, reference: lead.reference } : stored
}

/** What its sender is warned of. A search that fails, or takes its time, says nothing: the lead is what matters. */
async function findSimilar(
  similar: FindSimilar,
  lead: Lead,
  query: Pick<Parameters<FindSimilar>[0], 'sentBy' | 'except'>,
): Promise<LeadWarning[]> {
  let timer: NodeJS.Timeout | undefined
  const over = new Promise<LeadWarning[]>((resolve) => {
    timer = setTimeout(resolve, similarBudget, [])
  })
  const finding = similar({ texts: matchTexts(lead), ...query })
    .then(similarWarnings)
    .catch(() => [])
  return Promise.race([finding, over]).finally(() => clearTimeout(timer))
}

/** What its sender is told of a lead besides how it stands. */
type Sent = Pick<Lead, 'reference'> & { warnings: LeadWarning[] }

type ReadLead = { lead: Lead; body: ReceivedBody; replaces: Replaced | null }

/** The lead of a submission, what is kept of it as received, and which lead it takes the place of. */
function readLead({ channel, body, identity }: Submission, now: Date): ReadLead {
  const schema = leadRequestSchema(stockholmDate(now))
  if (channel === 'api') {
    const lead = parseInput(schema, body.value, misnamedFields)
    requireCustomer(identity, lead.vitecCustomerId)
    return { lead, body, replaces: null }
  }
  const sent = parseInput(sentFormSchema, body.value)
  const dated = datedLead(parseInput(schema, sent.lead), now)
  // What was previewed is what is sent, or nothing is.
  if (dated.message !== sent.message) {
    const details = { leadMessage: dated.message }
    throw new AppError('message_changed', 'The message is not the one that was shown.', details)
  }
  const bytes = new TextEncoder().encode(JSON.stringify(sent.lead))
  const replaces = sent.replaces === null ? null : { leadId: sent.replaces, despiteDoubt: sent.despite_doubt }
  return { lead: dated.lead, body: { bytes, value: sent.lead }, replaces }
}

function writeAnswer(
  { channel, requestId }: Submission,
  state: LeadState,
  { warnings, reference }: Sent,
): KeptAnswer {
  if (channel === 'api') return leadAnswer(state, { warnings, reference, requestId })
  return { httpStatus: 200, body: JSON.stringify(state) }
}

/** The lead is stored: an answer that cannot be kept, or not soon, is given all the same, and made anew for the next. */
async function kept(keys: IdempotencyStore, request: IdempotentRequest, answer: KeptAnswer) {
  let timer: NodeJS.Timeout | undefined
  const over = new Promise<KeptAnswer>((resolve) => {
    timer = setTimeout(resolve, keepBudget, answer)
  })
  const keeping = keys.keep(request, answer).catch(() => answer)
  return Promise.race([keeping, over]).finally(() => clearTimeout(timer))
}
