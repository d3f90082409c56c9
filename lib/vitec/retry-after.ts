const maxMs = 60 * 60 * 1000
const httpDate = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/

/**
 * How long a Retry-After header asks us to wait, in milliseconds: seconds or an HTTP date (RFC 9110, 10.2.3;
 * its two obsolete date forms are not read). At most an hour is honoured. `null` when it asks for nothing.
 */
export function retryAfterMs(header: string | null, now: Date): number | null {
  const value = header?.trim() ?? ''
  const asked = /^\d+$/.test(value)
    ? Number(value) * 1000
    : httpDate.test(value)
      ? Date.parse(value) - now.getTime()
      : Number.NaN
  return Number.isNaN(asked) ? null : Math.min(Math.max(asked, 0), maxMs)
}
