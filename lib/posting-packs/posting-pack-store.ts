import type { CustomerView, LeadSourceView } from '@/lib/customers/customer'
import type { Arrived, TestAnswer } from './judge-cases'
import type { PackKey } from './posting-pack'

/** Whose pack it is. */
export type PackSource = {
  customer: Pick<CustomerView, 'id' | 'vitecId' | 'name'>
  leadSource: Pick<LeadSourceView, 'id' | 'vitecId' | 'name' | 'active'>
}

/** An answer to be kept, of which the database tells when it was given. */
export type NewTestAnswer = Omit<TestAnswer, 'id' | 'at'>

/** What posting packs know and keep. */
export type PostingPackStore = {
  /** The lead source with its customer; `null` where there is none. */
  source(leadSourceId: string): Promise<PackSource | null>
  /** Keys that were made in the pack of a lead source, the newest first; `now` tells which have expired. */
  keys(leadSourceId: string, now: Date): Promise<(PackKey & { perMinute: number })[]>
  /** What came with a key of late: leads with one of these e-mail addresses (lower case), and answers without a lead. */
  arrived(keyId: string, emails: string[]): Promise<Arrived>
  /** Keeps an answer that a test key was given; the oldest of a key that has many are forgotten. */
  keepAnswer(keyId: string, answer: NewTestAnswer): Promise<void>
}
