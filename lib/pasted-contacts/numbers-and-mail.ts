import { personFields } from '@/lib/leads/wire-lead'
import type { PastedContact, PastedField } from './pasted-contact'
import { isMailOf } from './person-name'

const aroundMail = /[\s<>()[\]",;:|]+/
const link = /^(?:https?:|www\.)/i

/** Addresses of e-mail in a line. */
export function emailsIn(text: string): string[] {
  return text
    .split(aroundMail)
    .filter((word) => word.includes('@'))
    .map((word) => word.replace(/[.]+$/, ''))
    .filter((word) => personFields.email.safeParse(word).success)
}

/** Starts with a plus or a nought: no sum, no day, no postal code does. */
const number = /(?<![\d\p{L}/-])(?:\+|\(?0)[\d ()/.\u2011–-]{5,22}\d/gu
const personalNumber = /^\d{6}[-+]\d{4}$/

/** Phone numbers in a line, as they stand there. */
export function phonesIn(text: string): string[] {
  const words = text.split(' ').filter((word) => !link.test(word))
  return words
    .join(' ')
    .replace(/\btel:/gi, '')
    .split(' / ')
    .flatMap((part) => part.match(number) ?? [])
    .filter((found) => !personalNumber.test(found) && personFields.phone.safeParse(found).success)
}

/** A line without its addresses of e-mail, links and phone numbers: what may be a name or an address. */
export function withoutFound(text: string): string {
  const words = text.split(' ').filter((word) => !word.includes('@') && !link.test(word))
  return words
    .join(' ')
    .split(' / ')
    .map((part) => part.replace(number, ' '))
    .join(' ')
    .replace(/\([^()]*\)/g, '')
    .replace(/^[\s"'(]+|[\s,:;<>[\]()"']+$/g, '')
}

type FoundPhone = { text: string; isMobile: boolean; isShared?: boolean }

/** The number to call: a mobile before another, a person's own before that of a house. Doubtful where there are two. */
export function choosePhone(found: FoundPhone[]): PastedField | undefined {
  const read = found.flatMap((phone) => {
    const { data } = personFields.phone.safeParse(phone.text)
    return data === undefined
      ? []
      : [{ ...phone, number: data, isMobile: phone.isMobile || /^\+467[02369]/.test(data) }]
  })
  const own = read.filter(({ isShared }) => !isShared)
  const mobiles = own.filter(({ isMobile }) => isMobile)
  const [best, ...others] = mobiles.length > 0 ? mobiles : own.length > 0 ? own : read
  if (!best) return undefined
  const isCertain = others.every((other) => other.number === best.number) && best.isShared !== true
  return { text: best.text, isCertain }
}

const ofHouse =
  /^(?:info|kontakt|contact|hej|hello|office|kontor|kundtjanst|support|sales|noreply|no-reply)@/i

/** The address to write to: that of the name, else the only one. Doubtful where there are two, or it is of a house. */
export function chooseEmail(
  found: string[],
  name: Pick<PastedContact, 'first_name' | 'last_name'> | null,
): PastedField | undefined {
  const different = [...new Set(found)]
  const [first = { text: '' }, last = { text: '' }] = [name?.first_name, name?.last_name]
  const parts = { first: first.text, last: last.text, isCertain: true }
  const own = different.find((email) => isMailOf(email, parts))
  const [best] = own === undefined ? different : [own]
  if (best === undefined) return undefined
  return { text: best, isCertain: (own !== undefined || different.length === 1) && !ofHouse.test(best) }
}
