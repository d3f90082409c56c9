import { z } from 'zod'
import type { MadeApiKey, NewApiKey } from '@/lib/api-keys/api-key'
import type { Requester } from '@/lib/audit/audit-event'
import { AppError } from '@/lib/errors'
import { knownPaths } from '@/lib/leads/find-lead-warnings'
import { callerErrorCodes } from '@/lib/leads/lead-answer'
import { log, loggable } from '@/lib/log'
import { judgeCases, repeatedCode } from './judge-cases'
import { packCases } from './pack-cases'
import { type NewPackKey, type PackState, packKeyPerMinute, packKeySchema, testKeyDays } from './posting-pack'
import type { NewTestAnswer, PackSource, PostingPackStore } from './posting-pack-store'

type Ports = {
  store: PostingPackStore
  makeKey: (key: NewApiKey, requester: Requester, leadSourceId: string) => Promise<MadeApiKey>
  now: () => Date
}

/** Posting packs of lead sources, as the rest of the application uses them. */
export function createPostingPacks({ store, makeKey, now }: Ports) {
  const required = async (leadSourceId: string): Promise<PackSource> => {
    const source = await store.source(leadSourceId)
    if (!source) throw new AppError('not_found', 'There is no such lead source.')
    return source
  }
  return {
    /** Whose pack it is; `null` where there is no such lead source. */
    source: store.source,
    /** The pack's keys, and how far one has come: `keyId`, or the newest test key. @throws {AppError} `not_found` */
    async state(leadSourceId: string, keyId: string | null): Promise<PackState> {
      const source = await required(leadSourceId)
      const keys = await store.keys(leadSourceId, now())
      const tests = keys.filter(({ mode }) => mode === 'test')
      const chosen = tests.find(({ id }) => id === keyId) ?? tests[0]
      const cases = packCases(idsOf(source), now())
      const emails = cases.flatMap(({ email }) => email ?? [])
      return {
        keys: keys.map((key) => packKeySchema.parse(key)),
        keyId: chosen?.id ?? null,
        progress: chosen ? judgeCases(cases, await store.arrived(chosen.id, emails)) : null,
      }
    },
    /**
     * Makes a key for the pack's customer: a test key, or a live one as often as a test key that it has; the secret is told this once.
     * @throws {AppError} `not_found` where there is no such lead source, or no such test key in its pack
     */
    async make(leadSourceId: string, wish: NewPackKey, requester: Requester): Promise<MadeApiKey> {
      const { customer } = await required(leadSourceId)
      const customers = [customer.vitecId]
      if (wish.mode === 'test') {
        const limits = { perMinute: packKeyPerMinute, expiresInDays: testKeyDays }
        return makeKey({ ...wish, ...limits, customers }, requester, leadSourceId)
      }
      const keys = await store.keys(leadSourceId, now())
      const like = keys.find(({ id, mode }) => id === wish.testKeyId && mode === 'test')
      if (!like) throw new AppError('not_found', 'There is no such test key in this pack.')
      const { name, perMinute } = like
      // Whatever the test key may use by now: the page says that it is for this customer.
      const live = { mode: wish.mode, name, perMinute, expiresInDays: null, customers }
      return makeKey(live, requester, leadSourceId)
    },
    /**
     * Keeps what a test key was answered without a lead being stored: codes and names of fields. Never fails: the answer is given,
     * whatever becomes of this.
     */
    async note(keyId: string, answer: Response): Promise<void> {
      try {
        const told = await readTestAnswer(answer)
        if (told) await store.keepAnswer(keyId, told)
      } catch (error) {
        log.warn(loggable(error), 'what a test key was answered is not kept')
      }
    },
  }
}

/** Vitec's ids of a pack. */
export const idsOf = ({ customer, leadSource }: PackSource) => ({
  customerId: customer.vitecId,
  leadSourceId: leadSource.vitecId,
})

const refusalSchema = z.object({
  status: z.literal('ERROR'),
  code: callerErrorCodes,
  errors: z.array(z.object({ field: z.string() })).default([]),
})

/** What a key is told of its own pace says nothing of what it sends. */
const passing: z.infer<typeof callerErrorCodes>[] = ['rate_limited', 'unavailable', 'key_in_flight']

/**
 * What is kept of an answer to `POST /api/lead`: of a refusal its code and which of our fields were wrong, of a repeated answer
 * whose it was; `null` of any other. Nothing that a caller wrote, not even the name of a field that we do not have.
 */
export async function readTestAnswer(answer: Response): Promise<NewTestAnswer | null> {
  const httpStatus = answer.status
  if (answer.headers.get('Idempotent-Replayed') === 'true') {
    const leadId = z.uuid().safeParse(answer.headers.get('Location')?.split('/').at(-1)).data
    return leadId === undefined ? null : { httpStatus, code: repeatedCode, fields: [], leadId }
  }
  if (answer.ok) return null
  const refusal = refusalSchema.safeParse(await answer.clone().json())
  if (!refusal.success || passing.includes(refusal.data.code)) return null
  const { code, errors } = refusal.data
  const wrong = new Set(errors.map(({ field }) => field))
  return { httpStatus, code, fields: ['body', ...knownPaths].filter((path) => wrong.has(path)), leadId: null }
}
