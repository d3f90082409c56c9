import type { LeadStatusAnswer } from '@/lib/lead/lead-answer'
import type { LeadRecord } from '@/lib/lead/lead-view'
import { obstacleWords } from './obstacle-words'

/** What became of a lead, in the contract's names. Of one that waits and is sent by nobody it says so. */
export function leadStatusAnswer(record: LeadRecord): Response {
  const { obstacle } = record
  const isStuck = record.status === 'pending' && obstacle !== null
  const body: LeadStatusAnswer = {
    id: record.id,
    status: record.status,
    message: isStuck ? obstacleWords(obstacle, record.environment) : (record.lastWord ?? ''),
    vitec_lead_id: record.vitecLeadId,
    lead_message: record.message,
    created_at: record.receivedAt,
    delivered_at: record.deliveredAt,
    next_attempt_at: isStuck ? null : record.nextAttemptAt,
    attempts: record.attempts.length,
  }
  return Response.json(body)
}
