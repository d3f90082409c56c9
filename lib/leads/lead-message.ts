import { stockholmDate } from '@/lib/time/stockholm-time'
import { roundDecimals } from '@/lib/validation/fields'
import type { Lead, LeadDraft, PropertySubType } from './lead'

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

/** Free text, which may bring its full stop along. */
function ownWords(
  template: typeof messageWords.qualification | typeof messageWords.customField,
  text: string | null,
) {
  if (text === null) return []
  return fillTemplate(template, { text: /[.!?]$/.test(text) ? text : `${text}.` })
}

/** Every Swedish word of the message to the agent. `{field}` is where a value goes. */
const messageWords = {
  opening: 'Du har fått ett lead från Real AI.',
  valuation: '{firstName} {lastName} fick en värdering på {valuation} kr den {date} av {dwelling}{with}.',
  withBoth: ' med {livingArea} m² boarea och {rooms} rum',
  withArea: ' med {livingArea} m² boarea',
  withRooms: ' med {rooms} rum',
  areas: 'Biarean är {secondaryArea} m² och tomtarean {lotSizeArea} m².',
  secondaryArea: 'Biarean är {secondaryArea} m².',
  lotSizeArea: 'Tomtarean är {lotSizeArea} m².',
  associationFee: 'Månadsavgiften är {fee} kr.',
  yearBuilt: 'Byggåret är {yearBuilt}.',
  qualification: 'Kvalificering: {text}',
  customField: 'Övrigt: {text}',
} as const

const dwellings: Record<PropertySubType, string> = {
  Apartment: 'en lägenhet',
  SingleFamilyResidence: 'en villa',
  Townhouse: 'ett radhus',
  Terraced: 'ett kedjehus',
  Duplex: 'ett parhus',
}

/** Whole kronor in groups of three: `5 500 000`. */
export function kronor(amount: number): string {
  return grouped(String(amount))
}

/** A fee: `3 500`, `3 512,50`; `null` when there is nothing to pay. */
export function fee(amount: number | null): string | null {
  if (!amount) return null
  const [whole = '', ore = ''] = roundDecimals(amount, 2, 2).split('.')
  if (ore === '00') return whole === '0' ? null : grouped(whole)
  return `${grouped(whole)},${ore}`
}

/** Square metres with one or two decimals: `150.0`, `72.55`; `null` for what would read as `0.0`. */
export function area(squareMetres: number | null): string | null {
  const text = roundDecimals(squareMetres ?? 0, 1, 2)
  return text === '0.0' ? null : text
}

function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ' ')
}

/** A piece of the message: words, or a gap where a field that the message needs is still missing. */
export type MessagePart = { kind: 'text'; text: string } | { kind: 'gap'; field: keyof Lead }

type Names<Template extends string> = Template extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Names<Rest>
  : never

/** The parts of a sentence: a template with each `{name}` replaced by its text or its own parts. */
function fillTemplate<Template extends string>(
  template: Template,
  values: Record<Names<Template>, string | MessagePart[]>,
): MessagePart[] {
  const given = new Map(Object.entries<string | MessagePart[]>(values))
  return template.split(/\{(\w+)\}/).flatMap((piece, index) => {
    const value = index % 2 === 1 ? given.get(piece) : piece
    return Array.isArray(value) ? value : textPart(value ?? '')
  })
}

function textPart(text: string): MessagePart {
  return { kind: 'text', text }
}

/** Sentences joined by one space, neighbouring words in one part. */
function joinSentences(sentences: MessagePart[][]): MessagePart[] {
  const joined: MessagePart[] = []
  const add = (part: MessagePart) => {
    const last = joined.at(-1)
    if (part.kind === 'gap') joined.push(part)
    else if (last?.kind === 'text') joined.splice(-1, 1, textPart(last.text + part.text))
    else if (part.text !== '') joined.push(part)
  }
  sentences.forEach((sentence, index) => {
    if (index > 0) add(textPart(' '))
    sentence.forEach(add)
  })
  return joined
}

/** Whether the home is owned through a housing association: said so, or a flat of which nothing is said. */
export function isTenantOwnership({ occupantType, propertySubType }: LeadDraft): boolean {
  return occupantType === null ? propertySubType === 'Apartment' : occupantType === 'TenantOwnership'
}

/** The lead with its date fixed, and the message that says so; `now` decides the date where none was given. */
export function datedLead(
  lead: Lead,
  now: Date,
): { lead: Lead & { valuationDate: string }; message: string } {
  const valuationDate = lead.valuationDate ?? stockholmDate(now)
  return { lead: { ...lead, valuationDate }, message: leadMessage(lead, valuationDate) }
}
