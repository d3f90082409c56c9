import type { Formats } from 'use-intl/core'

/** People read times where the company is, wherever the server or the browser stands. */
export const timeZone = 'Europe/Stockholm'

/** The ways in which the screens write numbers and times. Amounts are SEK, areas m². */
export const formats = {
  number: {
    kronor: { style: 'currency', currency: 'SEK', minimumFractionDigits: 0, maximumFractionDigits: 2 },
    decimal: { maximumFractionDigits: 2 },
  },
  dateTime: {
    day: { day: 'numeric', month: 'short', year: 'numeric' },
    minute: { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' },
    second: {
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    },
    exact: { dateStyle: 'full', timeStyle: 'long' },
    clock: { hour: '2-digit', minute: '2-digit', second: '2-digit' },
  },
} as const satisfies Formats
