import { testing } from '@/lib/environments/environment'
import type { LeadStatus, SentLead } from '@/lib/leads/lead'
import type { LeadRecord } from '@/lib/leads/lead-view'
import { type RefusedField, refusedFields } from '@/lib/leads/refused-fields'
import type { LeadFormValues } from './lead-form-values'
import { leadToForm } from './lead-to-form'

/** The lead that the form mends: what it holds, and what becomes of it when the form is sent. */
export type ReplacedLead = {
  id: string
  status: LeadStatus
  receivedAt: string
  values: LeadFormValues
  /** What Vitec refused it for, as far as it said. */
  refused: RefusedField[]
  /** Vitec may have it: a person has to look it up before another is sent. */
  mayBeThere: boolean
  /** Why nothing can take its place; by which lead it was replaced, where that is why. */
  blocked: 'replaced' | 'delivered' | 'anonymised' | 'under_way' | 'test' | null
  replacedById: string | null
}

/** What the form needs of a record to mend it. */
export function replacedLead(record: LeadRecord): ReplacedLead {
  const { id, status, receivedAt, attempts, obstacle, lastWord, replacedById } = record
  return {
    ...{ id, status, receivedAt, replacedById },
    values: leadToForm(record),
    refused: status === 'rejected' && lastWord !== null ? refusedFields(lastWord) : [],
    mayBeThere:
      status === 'unknown' || obstacle === 'restore' || attempts.some(({ outcome }) => outcome === 'unknown'),
    blocked: blockOf(record),
  }
}

/** A lead that was sent from this form, and that Vitec refused: what is sent next takes its place. */
export function rejectedLead({ id, word }: SentLead, values: LeadFormValues): ReplacedLead {
  return {
    ...{
      id,
      values,
      receivedAt: new Date().toISOString(),
      refused: word === null ? [] : refusedFields(word),
    },
    ...({ status: 'rejected', mayBeThere: false, blocked: null, replacedById: null } as const),
  }
}

function blockOf({
  status,
  replacedById,
  anonymisedAt,
  allowedActions,
  environment,
}: LeadRecord): ReplacedLead['blocked'] {
  if (allowedActions.includes('replace')) return null
  if (anonymisedAt !== null) return 'anonymised'
  if (environment === testing) return 'test'
  if (replacedById !== null) return 'replaced'
  return status === 'delivered' ? 'delivered' : 'under_way'
}
