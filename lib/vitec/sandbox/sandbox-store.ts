import type { PersonLead } from '../person-lead'

/** A lead as an agent would find it in Vitec. */
export type SandboxInboxEntry = { id: string; customerId: string; receivedAt: Date; personLead: PersonLead }

/** Where the stand-in keeps the leads it was sent. */
export type SandboxStore = {
  add: (entry: SandboxInboxEntry) => Promise<void>
  /** Newest first, at most `limit`. */
  list: (limit: number) => Promise<SandboxInboxEntry[]>
  /** What a customer got from `from` on and before `to`, newest first. */
  receivedBy: (customerId: string, from: Date, to: Date) => Promise<SandboxInboxEntry[]>
}
