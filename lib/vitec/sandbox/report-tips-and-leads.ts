import { z } from 'zod'
import { stockholmMoments, stockholmWallClock } from '@/lib/time/stockholm-time'
import { garblingCustomer, magicAnswer, unreadableCustomer } from './magic-customers'
import { requireCredentials } from './require-credentials'
import type { SandboxInboxEntry, SandboxStore } from './sandbox-store'
import { invalidFields, vitecError } from './vitec-error'

/**
 * The stand-in's `GET BusinessIntelligence/TipsAndLeads/Report`: the leads that a customer got from the beginning of
 * one Swedish day to the beginning of another. Magic customer ids answer as they do for leads, but for those whose
 * leads are in doubt: there looking up is to be tried.
 */
export async function reportTipsAndLeads(
  request: Request,
  { store, password }: { store: Pick<SandboxStore, 'receivedBy'>; password?: string },
): Promise<Response> {
  const stranger = requireCredentials(request, password)
  if (stranger) return stranger
  const period = readReportPeriod(new URL(request.url).searchParams)
  if (period instanceof Response) return period
  const { customerId, from, to } = period
  const answer = magicReport(customerId)
  if (answer) return answer
  const received = await store.receivedBy(customerId, beginningOf(from), beginningOf(to))
  return Response.json({ incomingLeads: received.map(toReported), outgoingLeads: [], tips: [] })
}

function magicReport(customerId: string): Response | null {
  if (customerId === garblingCustomer) return null
  if (customerId !== unreadableCustomer) return magicAnswer(customerId)
  return vitecError(403, `You do not have access to the leads of the customer ${customerId}.`)
}

function beginningOf(day: string): Date {
  const [beginning] = stockholmMoments(`${day}T00:00:00`)
  if (!beginning) throw new Error('a day in Sweden has no beginning')
  return beginning
}

/** The inner members are not documented. The time is Swedish and without an offset, which is the harder to read. */
function toReported({ id, receivedAt, personLead }: SandboxInboxEntry) {
  const { firstName, lastName, telephone, email, typeId, message } = personLead
  return {
    id,
    leadSource: { id: typeId },
    sentAt: stockholmWallClock(receivedAt),
    message,
    contact: { firstName, lastName, telephone, email },
  }
}

const longestMonths = 2
const required = z.string().regex(/\S/)
const date = z.iso.date()

/** Whose leads, and of which days (`YYYY-MM-DD`). */
type ReportPeriod = { customerId: string; from: string; to: string }

/** What a report is asked for, held to what Vitec documents, or the answer that refuses it. */
function readReportPeriod(query: URLSearchParams): ReportPeriod | Response {
  const customerId = required.safeParse(query.get('customerId')).data
  const from = date.safeParse(query.get('dateFrom')).data
  const to = date.safeParse(query.get('dateTo')).data
  if (customerId === undefined || from === undefined || to === undefined) {
    return invalidFields({
      ...(customerId === undefined && { customerId: ['The customerId field is required.'] }),
      ...(from === undefined && { dateFrom: ['The dateFrom field must be a date.'] }),
      ...(to === undefined && { dateTo: ['The dateTo field must be a date.'] }),
    })
  }
  if (to < from) return invalidFields({ dateTo: ['The dateTo field must not be before dateFrom.'] })
  if (to > monthsAfter(from, longestMonths)) {
    return invalidFields({ dateTo: [`The period must be at most ${longestMonths} months.`] })
  }
  return { customerId, from, to }
}

/** The same day of a later month, or that month's last day where it is shorter. */
function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, dayOfMonth = 1] = day.split('-').map(Number)
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(dayOfMonth, lastDay)))
    .toISOString()
    .slice(0, 10)
}
