import { z } from 'zod'
import { knownPaths } from '@/lib/leads/find-lead-warnings'
import { callerErrorCodes } from '@/lib/leads/lead-answer'
import { repeatedCode } from './judge-cases'
import type { NewTestAnswer } from './posting-pack-store'

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
