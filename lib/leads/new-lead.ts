import type { Requester } from '@/lib/audit/audit-event'
import { AppError } from '@/lib/errors'
import type { IdempotentRequest } from '@/lib/idempotency/idempotency-store'
import type { Lead, LeadChannel } from './lead'
import type { LeadWarning } from './lead-warning'

/** A lead as it is stored: its message and date are fixed from here on. */
export type NewLead = {
  lead: Lead & { valuationDate: string }
  message: string
  /** The request as received. */
  body: Uint8Array
  warnings: LeadWarning[]
  channel: LeadChannel
  /** The user or key that sent it; `null` in the open sandbox. */
  actor: string | null
  /** When, where that is not now. */
  receivedAt?: Date
  /** Who entered it, for the audit log; `null` where a system sent it, as its lead says. */
  requester: Requester | null
  /** The key it came with; `null` without one. */
  idempotency: IdempotentRequest | null
}

/** A lead that is stored, with all that its caller should know: what our lists do not know of it too. */
export type StoredLead = { id: string; warnings: LeadWarning[] }

/**
 * Stores a lead, due at once, and claims its idempotency key in one statement; resolves when all of it is durable, to
 * `null` where another request has the key: then nothing is stored.
 */
export type AddLead = (lead: NewLead) => Promise<StoredLead | null>

/** The lead that a new one takes the place of. `despiteDoubt`: a person knows that it may be at Vitec already. */
export type Replaced = { leadId: string; despiteDoubt: boolean }

/**
 * Why a lead is not replaced, and nothing stored: there is none with that id that has its person, another has replaced it
 * already, it is being sent, Vitec has it, or may have it; or it came from a test key, and what takes its place would be real.
 */
export type NotReplaced =
  | { refused: 'not_found' | 'under_way' | 'delivered' | 'doubt' | 'test' }
  | { refused: 'replaced'; by: string }

/** Why a lead of the form does not take the place of another; nothing is stored. */
export function notReplaced(refusal: NotReplaced): AppError {
  switch (refusal.refused) {
    case 'not_found':
      return new AppError('not_found', 'There is no lead with that id to replace. Nothing was stored.')
    case 'replaced':
      return new AppError('replaced', 'Another lead has replaced it already. Nothing was stored.', {
        replacedBy: refusal.by,
      })
    case 'doubt':
      return new AppError('in_doubt', 'Vitec may have it already: look it up first. Nothing was stored.')
    case 'under_way':
      return new AppError('not_allowed', 'It is being sent just now. Nothing was stored.')
    case 'delivered':
      return new AppError('not_allowed', 'Vitec has it already. Nothing was stored.')
    case 'test':
      return new AppError(
        'not_allowed',
        'It is a test: a lead that replaced it would be real. Nothing was stored.',
      )
  }
}

/**
 * {@link AddLead}, and in the same transaction the old lead is stopped where it waits, and linked with the new one, which has
 * its reference: of two that replace the same one is stored.
 */
export type ReplaceLead = (lead: NewLead, old: Replaced) => Promise<StoredLead | NotReplaced | null>
