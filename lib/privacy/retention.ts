/** How long leads keep their persons: so many months, or for ever, for a reason somebody has written down. */
export type Retention = { months: number } | { months: null; reason: string }

/** Leads received before this moment hold nobody any more. The last day of a month is that of a shorter one. */
export function retentionCutoff(now: Date, months: number): Date {
  const cutoff = new Date(now)
  cutoff.setUTCDate(1)
  cutoff.setUTCMonth(cutoff.getUTCMonth() - months)
  const daysInMonth = new Date(Date.UTC(cutoff.getUTCFullYear(), cutoff.getUTCMonth() + 1, 0)).getUTCDate()
  cutoff.setUTCDate(Math.min(now.getUTCDate(), daysInMonth))
  return cutoff
}
