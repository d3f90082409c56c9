import { callApi } from '@/lib/api-client/call-api'
import { startPoll } from '@/lib/api-client/poll'
import type { SentLead } from '@/lib/leads/lead'
import { leadNewsSchema, rowMark } from '@/lib/leads/lead-news'
import { type LeadRecord, leadRecordSchema } from '@/lib/leads/lead-view'
import { noFilter } from '@/lib/leads/log-filter'
import { isFollowed } from './letter'
import type { Outbox } from './outbox'
import { type ReplacedLead, replacedLead } from './replaced-lead'

/**
 * Asks what becomes of the leads that were just sent, as lists ask for their news: all at once, less often while nothing
 * changes, not at all while nobody looks. Gives back what stops it.
 */
export function followSent(outbox: Outbox): () => void {
  const marks = new Map<string, string>()
  const poll = startPoll(
    async () => {
      const ids = outbox
        .state()
        .sent.filter(isFollowed)
        .map(({ lead }) => lead.id)
      if (ids.length === 0) return false
      const rows = ids.map((id) => ({ id, mark: marks.get(id) ?? '' }))
      const body = { ...noFilter, list: 'all', upTo: null, rows, above: null, below: null }
      const call = { method: 'POST', isRead: true, body, answer: leadNewsSchema } as const
      const { changed } = await callApi('/api/staff/leads/news', call)
      for (const row of changed) {
        outbox.became(sentLeadOf(await readRecord(row.id)))
        marks.set(row.id, rowMark(row))
      }
      return changed.length > 0
    },
    () => document.hidden,
  )
  document.addEventListener('visibilitychange', poll.wake)
  return () => {
    document.removeEventListener('visibilitychange', poll.wake)
    poll.stop()
  }
}

/** The lead that is to be mended. @throws {ApiError} */
export async function readReplacedLead(id: string): Promise<ReplacedLead> {
  return replacedLead(await readRecord(id))
}

const readRecord = (id: string) => callApi(`/api/staff/leads/${id}`, { answer: leadRecordSchema })

const sentLeadOf = ({
  id,
  status,
  lastWord,
  vitecLeadId,
  nextAttemptAt,
  obstacle,
}: LeadRecord): SentLead => ({
  ...{ id, status, word: lastWord, vitecLeadId, nextAttemptAt, obstacle },
})
