import { isTenantOwnership } from './is-tenant-ownership'
import type { Lead } from './lead'
import type { LeadDraft } from './lead-draft'
import { area, fee, kronor } from './message-number'
import { fillTemplate, joinSentences, type MessagePart } from './message-part'
import { dwellings, messageWords } from './message-words'

/**
 * The Swedish message to the agent (contract: the Swedish message). Pure, and the same in browser and server.
 *
 * `date` (`YYYY-MM-DD`) is printed where the lead has no valuation date of its own: today in Stockholm.
 */
export function leadMessage(lead: Lead, date: string): string {
  return messageParts(lead, date)
    .map((part) => (part.kind === 'text' ? part.text : ''))
    .join('')
}

/** The message of a half-filled form: gaps where a required field is missing, nothing where an optional is. */
export function messageParts(draft: LeadDraft, date: string): MessagePart[] {
  const sentences = [
    fillTemplate(messageWords.opening, {}),
    valuation(draft, date),
    areas(draft),
    associationFee(draft),
    draft.yearBuilt === null ? [] : fillTemplate(messageWords.yearBuilt, { yearBuilt: draft.yearBuilt }),
    ownWords(messageWords.qualification, draft.qualification),
    ownWords(messageWords.customField, draft.customField),
  ]
  return joinSentences(sentences.filter((sentence) => sentence.length > 0))
}

function valuation(draft: LeadDraft, date: string): MessagePart[] {
  const { firstName, lastName, propertySubType } = draft
  return fillTemplate(messageWords.valuation, {
    firstName: firstName ?? gap('firstName'),
    lastName: lastName ?? gap('lastName'),
    valuation: draft.valuation === null ? gap('valuation') : kronor(draft.valuation),
    date: draft.valuationDate ?? date,
    dwelling: propertySubType === null ? gap('propertySubType') : dwellings[propertySubType],
    with: areaAndRooms(draft),
  })
}

const gap = (field: keyof Lead): MessagePart[] => [{ kind: 'gap', field }]

function areaAndRooms(draft: LeadDraft): MessagePart[] {
  const livingArea = area(draft.livingArea)
  const rooms = draft.rooms?.replace('.', ',').replace(/,0$/, '') ?? null
  if (livingArea !== null && rooms !== null) return fillTemplate(messageWords.withBoth, { livingArea, rooms })
  if (livingArea !== null) return fillTemplate(messageWords.withArea, { livingArea })
  return rooms === null ? [] : fillTemplate(messageWords.withRooms, { rooms })
}

function areas(draft: LeadDraft): MessagePart[] {
  if (draft.propertySubType === null || draft.propertySubType === 'Apartment') return []
  const secondaryArea = area(draft.secondaryArea)
  const lotSizeArea = area(draft.lotSizeArea)
  if (secondaryArea !== null && lotSizeArea !== null) {
    return fillTemplate(messageWords.areas, { secondaryArea, lotSizeArea })
  }
  if (secondaryArea !== null) return fillTemplate(messageWords.secondaryArea, { secondaryArea })
  return lotSizeArea === null ? [] : fillTemplate(messageWords.lotSizeArea, { lotSizeArea })
}

function associationFee(draft: LeadDraft): MessagePart[] {
  const amount = isTenantOwnership(draft) ? fee(draft.associationFee) : null
  return amount === null ? [] : fillTemplate(messageWords.associationFee, { fee: amount })
}

/** Somebody's own words, which may bring their full stop along. */
function ownWords(
  template: typeof messageWords.qualification | typeof messageWords.customField,
  text: string | null,
) {
  if (text === null) return []
  return fillTemplate(template, { text: /[.!?]$/.test(text) ? text : `${text}.` })
}
