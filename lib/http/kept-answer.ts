import { z } from 'zod'
import type { KeptAnswer } from '@/lib/idempotency/idempotency-store'

const withId = z.object({ id: z.uuid() })

/** An answer as it goes, or went, over the wire: a replay has the same status and body, and says that it is one. */
export function keptAnswer({ httpStatus, body }: KeptAnswer, replayed: boolean): Response {
  const { id } = withId.parse(JSON.parse(body))
  const headers = new Headers({ 'Content-Type': 'application/json', Location: `/api/lead/${id}` })
  if (replayed) headers.set('Idempotent-Replayed', 'true')
  return new Response(body, { status: httpStatus, headers })
}
