import type { IncomingLead } from '@/lib/deliveries/look-up/look-up-store'
import { stockholmMoments } from '@/lib/time/stockholm-time'
import { isRecord } from '@/lib/validation/parse-input'
import { isSaneId } from '../attempt-result-of'

/** UTF-16 units; the longest text of ours is a lead's message. */
const longestText = 10_000

type Members = Record<string, unknown>

/**
 * What members may be called, lower-cased, the likeliest first. Vitec documents that its report lists leads, and
 * nothing of what is in them: these names are those of its sibling endpoints, and .NET's customs.
 */
const idNames = ['id', 'leadid', 'incomingleadid']
const timeNames = ['sentat', 'receivedat', 'createdat', 'created', 'createddate', 'date']
const messageNames = ['message', 'text']
const personNames = ['contact', 'contactperson', 'person', 'consumer', 'customer']
const nameNames = ['name', 'fullname', 'displayname', 'contactname']
const emailNames = ['email', 'emails', 'emailaddress', 'emailaddresses']
const phoneNames = [
  'telephone',
  'telephones',
  'phone',
  'phones',
  'phonenumber',
  'phonenumbers',
  'mobile',
  'cell',
]

/** One lead of Vitec's report in our terms; what it does not tell, or tells in a way we do not know, is absent. */
export function readEntry(value: Members): IncomingLead {
  const entry = lowerKeys(value)
  const person = [
    entry,
    ...personNames
      .map((name) => entry[name])
      .filter(isRecord)
      .map(lowerKeys),
  ]
  return {
    vitecLeadId: textsOf([entry], idNames).find(isSaneId) ?? null,
    leadSource: leadSourceOf(entry),
    times:
      textsOf([entry], timeNames)
        .map(possibleTimes)
        .find((times) => times.length > 0) ?? [],
    message: textsOf([entry], messageNames)[0] ?? null,
    name: person.map(nameOf).find((name) => name !== null) ?? null,
    emails: textsOf(person, emailNames),
    phones: textsOf(person, phoneNames),
  }
}

/** By id and name; a bare text may be either, and is compared with both as a name is. */
function leadSourceOf(entry: Members): IncomingLead['leadSource'] {
  const source = isRecord(entry.leadsource) ? lowerKeys(entry.leadsource) : { name: entry.leadsource }
  const [id = null] = [...textsOf([source], ['id']), ...textsOf([entry], ['leadsourceid', 'typeid'])]
  const [name = null] = [...textsOf([source], ['name']), ...textsOf([entry], ['leadsourcename'])]
  return { id, name }
}

function nameOf(members: Members): string | null {
  const [first, last] = ['firstname', 'lastname'].map((name) => textsOf([members], [name])[0])
  return first && last ? `${first} ${last}` : (textsOf([members], nameNames)[0] ?? null)
}

/** The texts under any of the names, however they are packed: `"x"`, `["x"]`, `{ "home": "x", "cell": "y" }`. */
function textsOf(parts: Members[], names: string[]): string[] {
  return parts.flatMap((members) => names.flatMap((name) => textsIn(members[name], 2)))
}

function textsIn(value: unknown, depth: number): string[] {
  if (typeof value === 'number') return [String(value)]
  if (typeof value === 'string') {
    // Longer than anything that could be compared with it.
    const text = value.length > longestText ? '' : value.trim()
    return text === '' ? [] : [text]
  }
  if (typeof value !== 'object' || value === null || depth === 0) return []
  return Object.values(value).flatMap((member) => textsIn(member, depth - 1))
}

/** Vitec's siblings write `id`, `Id` and `ID`. */
function lowerKeys(members: Members): Members {
  return Object.fromEntries(Object.entries(members).map(([name, value]) => [name.toLowerCase(), value]))
}

/** As .NET writes times: a fraction of up to seven digits, and an offset or none. */
const isoTime = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2})?(\.\d+)?\s?(Z|[+-]\d{2}:?\d{2})?$/i

/**
 * The moments that a time in Vitec's report may mean, to the second: one; two in the hour that Sweden's clocks repeat;
 * none where it cannot be read. Without an offset it is Swedish wall-clock time.
 */
export function possibleTimes(text: string): Date[] {
  const [, day, minutes, seconds = ':00', , offset] = isoTime.exec(text.trim()) ?? []
  if (!day || !minutes) return []
  const wallClock = `${day}T${minutes}${seconds}`
  if (!offset) return stockholmMoments(wallClock)
  const moment = new Date(`${wallClock}${offset.toUpperCase().replace(/(\d{2}):?(\d{2})$/, '$1:$2')}`)
  return Number.isNaN(moment.getTime()) ? [] : [moment]
}
