import type { ErrorKind } from '@/lib/deliveries/attempt-result'
import type { IncomingLead, IncomingLeadList } from '@/lib/deliveries/look-up/look-up-store'
import { ownWord } from '@/lib/deliveries/own-word'
import { isRecord, parseJson } from '@/lib/validation/json'
import { answerWord } from '../answer-word'
import { classifyFault, classifyStatus } from '../classify'
import type { Answer, Fault } from '../exchange'
import { readEntry } from './report-entry'

/** Reads the answer to a call for the report on tips and leads. Never throws. */
export function incomingLeadListOf(exchange: Answer | Fault): IncomingLeadList {
  if (exchange.kind === 'fault') {
    const { errorKind, word } = classifyFault(exchange)
    return { ok: false, errorKind, word }
  }
  const { status, contentType, body, end } = exchange
  const verdict = classifyStatus(status)
  if (verdict.outcome !== 'delivered') {
    const errorKind = 'errorKind' in verdict ? verdict.errorKind : 'other'
    return { ok: false, errorKind, word: answerWord(status, contentType, body) }
  }
  if (typeof end === 'object') {
    const { errorKind, word } = classifyFault({ connected: true, secure: false, code: end.fault })
    return { ok: false, errorKind, word }
  }
  if (end === 'too_large') return unreadable(ownWord('report_too_large'))
  const leads = leadsIn(body)
  return leads ? { ok: true, leads } : unreadable(ownWord('no_report', status))
}

function unreadable(word: string): { ok: false; errorKind: ErrorKind; word: string } {
  return { ok: false, errorKind: 'unreadable_answer', word }
}

/** `null` where we do not understand the report: to find nothing in it would say something of the lead. */
function leadsIn(body: string): IncomingLead[] | null {
  const entries = entriesIn(parseJson(body))
  if (!entries?.every(isRecord)) return null
  const leads = entries.map(readEntry)
  return leads.length === 0 || leads.some(tellsWhose) ? leads : null
}

function tellsWhose({ message, name, emails, phones }: IncomingLead): boolean {
  return message !== null || name !== null || emails.length + phones.length > 0
}

/** The documented member, as a list or as an object with one in it; or a list that stands alone. */
function entriesIn(report: unknown): unknown[] | null {
  if (!isRecord(report)) return Array.isArray(report) ? report : null
  const member = Object.entries(report).find(([name]) => name.toLowerCase() === 'incomingleads')?.[1]
  if (member === null) return []
  return isRecord(member) ? (Object.values(member).find(Array.isArray) ?? null) : entriesIn(member)
}
