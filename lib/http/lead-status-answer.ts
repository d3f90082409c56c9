import type { LeadStatusAnswer } from '@/lib/lead/lead-answer'
import type { LeadRecord } from '@/lib/lead/lead-view'

/** What became of a lead, in the contract's names. */
export function leadStatusAnswer(record: LeadRecord): Response {
  const body: LeadStatusAnswer = {
    id: record.id,
    status: record.status,
    message: record.lastWord ?? '',
    vitec_lead_id: record.vitecLeadId,
    lead_message: record.message,
    created_at: record.receivedAt,
    delivered_at: record.deliveredAt,
    next_attempt_at: record.nextAttemptAt,
    attempts: record.attempts.length,
  }
  return Response.json(body)
}
