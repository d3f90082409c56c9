import type { Resolver } from 'react-hook-form'
import type { FieldErrorWords } from '@/components/form/field-error-words'
import { type Checked, schemaResolver } from '@/components/form/schema-resolver'
import { onFirstUse } from '@/components/ui/part-on-use'
import type { Lead } from '@/lib/leads/lead'
import { leadRequestSchema, personFields } from '@/lib/leads/wire-lead'
import { loadNumberingPlans } from '@/lib/validation/phone-field'
import type { LeadFormValues } from './lead-form-values'
import { toWireBody } from './to-wire-body'

/** A form that is right: the body to send, and the lead that the API will make of it. */
export type CheckedLead = Checked<ReturnType<typeof toWireBody>, Lead>

/**
 * Checks the form with the API's own schema, and asks about what the API only warns of. `today` is `YYYY-MM-DD`.
 */
export function leadFormResolver(
  today: string,
  words: FieldErrorWords,
): Resolver<LeadFormValues, unknown, CheckedLead> {
  const schema = leadRequestSchema(today)
  const findDoubts = async ({ person, confirmed }: LeadFormValues) =>
    (await isDoubtfulPhone(person.phone, confirmed.phone))
      ? [{ field: 'person.phone', code: 'doubtful_phone' }]
      : []
  const check = schemaResolver({ schema, toBody: toWireBody, findDoubts }, words)
  return async (values, context, options) => {
    // A form that is opened is checked, too; without a number there is nothing to read.
    if (values.person.phone.trim() !== '') await loadNumberingPlans()
    return check(values, context, options)
  }
}

onFirstUse(() => void loadNumberingPlans())

/** How long a field waits for the numbering plans, in ms; without them nothing is asked. */
const patience = 2_000

/** What the writer of a number confirms: the number as it will be sent; `null` where it is none. */
export function phoneToConfirm(typed: string): string | null {
  return personFields.phone.safeParse(typed).data ?? null
}

/** Whether a number could be dialled, but is in no numbering plan, and its writer has not said that it is right. */
async function isDoubtfulPhone(typed: string, confirmed: string): Promise<boolean> {
  const phone = phoneToConfirm(typed)
  if (phone === null || phone === confirmed) return false
  return !(await Promise.race([isAssigned(phone), afterPatience()]))
}

/** The plans are half as large as everything else the form needs: they are loaded with the first number. */
async function isAssigned(phone: string): Promise<boolean> {
  try {
    return (await import('@/lib/validation/is-assigned-phone')).isAssignedPhone(phone)
  } catch {
    return true
  }
}

const afterPatience = () => new Promise<true>((resolve) => setTimeout(resolve, patience, true))

/** Where most Swedes have their mail: what follows upon the name, and where under. */
const usual: Record<string, string[]> = {
  gmail: ['com'],
  hotmail: ['com', 'se'],
  outlook: ['com'],
  icloud: ['com'],
  yahoo: ['com', 'se'],
  telia: ['com'],
  live: ['se', 'com'],
  msn: ['com'],
  comhem: ['se'],
  bredband: ['net'],
  bahnhof: ['se'],
  spray: ['se'],
  tele2: ['se'],
  swipnet: ['se'],
  glocalnet: ['net'],
  protonmail: ['com'],
}

/** Others that are what they say, however near they are to one of those. */
const otherDomains = new Set(
  'gail.com gmai.se outlook.se telia.se comhem.com bredband.com bredband.se live.net tele2.com spray.com bahnhof.net bahnhof.com swipnet.com protonmail.ch'.split(
    ' ',
  ),
)

/** What `com`, `se` and `net` become under fast fingers. Whatever else may be a country. */
const slips: Record<string, string> = {
  ...{ con: 'com', cmo: 'com', ocm: 'com', cim: 'com', cpm: 'com', vom: 'com', xom: 'com', dom: 'com' },
  ...{
    coom: 'com',
    comm: 'com',
    cm: 'com',
    om: 'com',
    co: 'com',
    'com.se': 'com',
    comn: 'com',
    'c.om': 'com',
  },
  ...{ sse: 'se', see: 'se', ss: 'se', nett: 'net', nte: 'net', ner: 'net' },
}

/** Addresses are no longer; what is need not be looked at. */
const longest = 254

/**
 * The address that was probably meant, where what stands behind the @ looks like a slip of one of the usual:
 * `erik@gmial.com` → `erik@gmail.com`. `null` where it does not; a question, never a reason to refuse.
 */
export function meantEmail(email: string): string | null {
  const at = email.lastIndexOf('@')
  if (at < 1 || email.length > longest) return null
  const domain = email.slice(at + 1).toLowerCase()
  const dot = domain.indexOf('.')
  const [name, ending] = dot < 0 ? [domain, ''] : [domain.slice(0, dot), domain.slice(dot + 1)]
  if (otherDomains.has(domain) || usual[name]?.includes(ending)) return null
  const meant = usual[name] ? withEnding(name, ending) : nearby(name, ending)
  return meant && `${email.slice(0, at + 1)}${meant}`
}

/** A usual name under an ending that it has not: its own where that is a slip, or where it has but one. */
function withEnding(name: string, ending: string): string | null {
  const endings = usual[name] ?? []
  const meant = slips[ending] ?? ''
  if (endings.includes(meant)) return `${name}.${meant}`
  return name === 'gmail' || ending === '' ? `${name}.${endings[0]}` : null
}

function nearby(name: string, ending: string): string | null {
  const found = Object.keys(usual).find((known) => isSlipOf(name, known))
  if (!found) return null
  const endings = usual[found] ?? []
  const written = slips[ending] ?? ending
  if (endings.includes(written)) return `${found}.${written}`
  return ['com', 'se'].includes(written) ? `${found}.${endings[0]}` : null
}

/**
 * Whether one name is another in which a finger slipped. The first letter is right: `mail` and `ymail` are names of their
 * own. A short name is near to many that are, and counts with a letter doubled or two that changed places only.
 */
function isSlipOf(name: string, known: string): boolean {
  if (name[0] !== known[0] || Math.abs(name.length - known.length) > 2) return false
  if (known.length < 6 && known !== 'gmail') return isTurned(name, known) || isDoubled(name, known)
  const missing = [...known].filter((letter) => !name.includes(letter)).length
  return distance(name, known) <= (known.length > 6 && missing < 2 ? 2 : 1)
}

const sorted = (text: string) => [...text].sort().join('')
const isTurned = (name: string, known: string) =>
  sorted(name) === sorted(known) && distance(name, known) === 1
const isDoubled = (name: string, known: string) =>
  name.length === known.length + 1 && name.replace(/(.)\1/, '$1') === known

/** How many letters are another, missing, too many or in each other's place. */
function distance(left: string, right: string): number {
  let [before, last] = [[] as number[], Array.from({ length: right.length + 1 }, (_, index) => index)]
  for (let row = 1; row <= left.length; row++) {
    const next = [row]
    for (let column = 1; column <= right.length; column++) {
      const isSame = left[row - 1] === right[column - 1]
      const turned = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]
      const costs = [
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
        (last[column] ?? 0) + 1,
        (next[column - 1] ?? 0) + 1,
      ]
      if (turned) costs.push((before[column - 2] ?? 0) + 1)
      next.push(Math.min(...costs))
    }
    ;[before, last] = [last, next]
  }
  return last[right.length] ?? 0
}
