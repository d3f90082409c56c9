import { route } from '@/lib/api/route'
import { unlessUnchanged } from '@/lib/api/unchanged'
import { presentedSecret } from '@/lib/api-keys/api-key-secret'
import { actorOf } from '@/lib/auth/permissions'
import { server } from '@/lib/composition/services'
import { requireRecord } from '@/lib/leads/lead-view'
import { askAgainIn, leadStatusAnswer } from '@/lib/leads/write-lead-answer'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  { method: 'GET', need: 'intake', params: { id: String } },
  async ({ request, params, identity }) => {
    const sentBy = identity.kind === 'key' ? actorOf(identity) : undefined
    const record = await requireRecord(server().leads, params.id, sentBy)
    const answer = leadStatusAnswer(record)
    const { status, next_attempt_at: nextAttemptAt, replaced_by: by } = answer
    const isBeingSent = record.attempts.some((attempt) => attempt.endedAt === null)
    const wait = askAgainIn({ status, nextAttemptAt, isReplaced: by !== null, isBeingSent }, new Date())
    const headers = wait === null ? {} : { 'Retry-After': String(wait) }
    // What is asked with a session is asked by people, who look once.
    if (identity.kind === 'person') return Response.json(answer, { headers })
    return unlessUnchanged(request, answer, { secret: presentedSecret(request.headers) ?? '', headers })
  },
)
