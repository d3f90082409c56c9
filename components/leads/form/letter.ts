import type { UnsentLead } from '@/lib/drafts/draft'
import type { SentLead } from '@/lib/leads/lead'
import { draftToForm, type LeadFormValues } from './lead-form-values'
import type { ReplacedLead } from './replaced-lead'
import type { SendFailure } from './send-failure'

/**
 * A lead that left the form, as it was typed. `key`: the idempotency key of its request, by which the same content sent again is
 * the same lead. `replaced`: the lead that it takes the place of; where it was read from the server, only its id is known.
 * `body`: what was made of it, as JSON; only while the page is open. `failure`: why it was not sent; `null` where that is not known, or where it was laid aside.
 */
export type Letter = {
  key: string
  values: LeadFormValues
  replaces: string | null
  replaced: ReplacedLead | null
  body?: string
  failure: SendFailure | null
}

/** A lead that was taken in: how it stands, and whose it is. `letter`: what it was made of, where the form does not hold that. */
export type SentNote = { lead: SentLead; name: string; customer: string; letter: Letter | null }

/** What goes over the wire of it. */
export type LetterBody = { lead: unknown; message: string; replaces?: string; despite_doubt?: boolean }

/**
 * Each newest first. `underWay`: without an answer yet. `unsent`: did not arrive, and wait for their writer. `told`: the lead of
 * which something became last.
 */
export type OutboxState = { underWay: Letter[]; unsent: Letter[]; sent: SentNote[]; told: string | null }

/** A form that is open. What comes back goes into it, unless its writer has begun something else there: `false`. */
export type OpenForm = { takeBack: (letter: Letter, why: SendFailure | SentLead) => boolean }

/** What an outbox asks of the server. */
export type OutboxApi = {
  /** @throws {ApiError} */
  post: (letter: Letter, content: LetterBody) => Promise<SentLead>
  keep: (letter: Letter) => Promise<unknown>
  drop: (key: string) => Promise<unknown>
}

/** Whether something may still become of a lead that was taken in, by itself or by a person. */
export const isFollowed = ({ lead: { status } }: SentNote): boolean =>
  status === 'pending' || status === 'unknown'

/** Whether something may still become of it, or somebody has to see to it: other leads do not take its place. */
export const isOpen = (note: SentNote): boolean =>
  isFollowed(note) ||
  note.lead.status === 'failed' ||
  (note.lead.status === 'rejected' && note.letter !== null)

/** What is kept of it. */
export const contentOf = ({ values, replaces }: Letter) => ({ values, replaces })

/** As it was kept. */
export const letterOf = ({ isUnderWay: _, ...kept }: UnsentLead): Letter => ({
  ...{ key: kept.key, values: draftToForm(kept), replaces: kept.replaces },
  ...{ replaced: null, failure: null },
})

/** Whose it is, as far as that was typed. */
export const nameOf = ({ values: { person } }: Pick<Letter, 'values'>): string =>
  `${person.first_name} ${person.last_name}`.trim()

/** What is told of it once it is stored. `isBack`: the form holds it again. */
export const noteOf = (lead: SentLead, letter: Letter, isBack: boolean): SentNote => ({
  ...{ lead, name: nameOf(letter), customer: letter.values.customer.customer_id },
  letter: isBack ? null : letter,
})
