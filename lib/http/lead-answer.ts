import type { LeadState } from '@/lib/deliveries/delivery-store'
import type { KeptAnswer } from '@/lib/idempotency/idempotency-store'
import type { LeadStatus } from '@/lib/lead/lead'
import type { LeadAnswer } from '@/lib/lead/lead-answer'
import type { LeadWarning } from '@/lib/lead/lead-warning'
import { obstacleWords } from './obstacle-words'

type Outcome = {
  http: number
  status: LeadAnswer['status']
  message: (state: Pick<LeadState, 'word' | 'obstacle'>) => string
}

const queued: Outcome['message'] = ({ word, obstacle }) => {
  if (obstacle !== null) return obstacleWords(obstacle, null)
  return word
    ? `The lead is stored and waits to be sent again. The last attempt: ${word}`
    : 'The lead is stored and will be sent to Vitec.'
}
const unknown =
  'The lead was sent, but Vitec gave no answer that settles it. A person decides; do not send it again.'

const outcomes: Record<LeadStatus, Outcome> = {
  delivered: { http: 200, status: 'OK', message: ({ word }) => word ?? '' },
  rejected: { http: 422, status: 'REJECTED', message: ({ word }) => word ?? 'Vitec refused the lead.' },
  unknown: { http: 202, status: 'UNKNOWN', message: () => unknown },
  pending: { http: 202, status: 'QUEUED', message: queued },
  failed: { http: 202, status: 'QUEUED', message: queued },
  cancelled: { http: 202, status: 'QUEUED', message: queued },
}

/** The answer to a lead that is stored: what its first attempt came to, in the contract's words. */
export function leadAnswer(state: LeadState, warnings: LeadWarning[], requestId: string): KeptAnswer {
  const { http, status, message } = outcomes[state.status]
  const body: LeadAnswer = {
    status,
    message: message(state),
    id: state.id,
    ...(warnings.length > 0 && {
      warnings: warnings.map((warning) => warning.message),
      warning_details: warnings,
    }),
    request_id: requestId,
  }
  return { httpStatus: http, body: JSON.stringify(body) }
}
