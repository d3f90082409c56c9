/** How long leads keep their persons: so many months, or for ever, for a reason somebody has written down. */
export type Retention = { months: number } | { months: null; reason: string }
