import type { Formats } from 'use-intl/core'

/** People read times where the company is, wherever the server or the browser stands. */
export const timeZone = 'Europe/Stockholm'

/** The ways in which the screens write numbers. Amounts are SEK, areas m². */
export const formats = {
  number: {
    kronor: { style: 'currency', currency: 'SEK', minimumFractionDigits: 0, maximumFractionDigits: 2 },
    decimal: { maximumFractionDigits: 2 },
  },
} as const satisfies Formats
