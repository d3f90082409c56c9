import type { PersonLead } from '../person-lead'

/** A lead as an agent would find it in Vitec. */
export type SandboxInboxEntry = { id: string; customerId: string; receivedAt: Date; personLead: PersonLead }

/** Where the stand-in keeps the leads it was sent. */
export type SandboxStore = {
  add: (entry: SandboxInboxEntry) => Promise<void>
  /** Newest first, at most `limit`. */
  list: (limit: number) => Promise<SandboxInboxEntry[]>
}
