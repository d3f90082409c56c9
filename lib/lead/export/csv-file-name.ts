import { stockholmDate } from '@/lib/time/stockholm-time'

/** What a file of leads that was made now is saved as: `leads-2026-11-25.csv`. It tells of nobody. */
export const csvFileName = (): string => `leads-${stockholmDate(new Date())}.csv`
