import { z } from 'zod'
import { invalidFields } from './vitec-error'

const longestMonths = 2
const required = z.string().regex(/\S/)
const date = z.iso.date()

/** Whose leads, and of which days (`YYYY-MM-DD`). */
export type ReportPeriod = { customerId: string; from: string; to: string }

/** What a report is asked for, held to what Vitec documents, or the answer that refuses it. */
export function readReportPeriod(query: URLSearchParams): ReportPeriod | Response {
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
