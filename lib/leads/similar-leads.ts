import { createHash } from 'node:crypto'
import { z } from 'zod'
import { emailField } from '@/lib/validation/fields'
import { phoneField } from '@/lib/validation/phone-field'
import { type Lead, leadStatusSchema } from './lead'
import type { LeadWarning } from './lead-warning'
import { apartFromLetter, foldOwnLetters, foldText, pieces } from './search/search-text'

/** What two leads of one person may have alike. `place`: the person's name and address. */
export const samenesses = ['phone', 'email', 'place'] as const
export type Sameness = (typeof samenesses)[number]

/** The lead's person as far as another is known by it. */
export type Likeness = Pick<Lead, 'firstName' | 'lastName' | 'email' | 'phone' | 'address'>

/** What a lead is known by, by kind; `null` where nothing is given. Equal for two leads that have the thing alike. */
export type MatchKeys = Record<Sameness, bigint | null>

/**
 * Phone as E.164, e-mail in any case, name and address in any spelling: accents, case, punctuation, the order of the names and
 * a space before a house's letter make no difference. The first eight bytes of a hash, as `match_key` in the migrations.
 */
export function matchKeys({ firstName, lastName, email, phone, address }: Likeness): MatchKeys {
  const name = words(`${firstName} ${lastName}`).toSorted().join(' ')
  const street = words(address).flatMap(apartFromLetter).join(' ')
  return {
    phone: keyOf('phone', phone),
    email: keyOf('email', email.toLowerCase()),
    place: keyOf('place', name && street && `${name}\n${street}`),
  }
}

const words = (text: string) => pieces(foldOwnLetters(foldText(text)))

function keyOf(kind: Sameness, folded: string): bigint | null {
  if (folded === '') return null
  return createHash('sha256').update(`${kind}\n${folded}`).digest().readBigInt64BE(0)
}

/** How many leads are told of at most. */
export const mostSimilar = 3

/** A lead of the last 30 days that may be of the same person. Times are ISO 8601 in UTC. */
const similarLeadSchema = z.object({
  id: z.uuid(),
  same: z.array(z.enum(samenesses)),
  receivedAt: z.iso.datetime(),
  status: leadStatusSchema,
  firstName: z.string(),
})
export type SimilarLead = z.infer<typeof similarLeadSchema>

/** Newest first. */
export const similarLeadsSchema = z.object({ leads: z.array(similarLeadSchema) })
export type SimilarLeads = z.infer<typeof similarLeadsSchema>

/** `sentBy`: only leads that this actor handed in; `null` means anybody's. `except`: a lead that is not told of. */
export type SimilarQuery = { keys: MatchKeys; sentBy: string | null; except: string | null }
export type FindSimilar = (query: SimilarQuery) => Promise<SimilarLeads>

/** Longer than any field that is right. */
const typed = z.string('not_text').max(200, 'too_long').default('')

/** What is asked while a lead is typed: what there is of its person, as typed. `except`: the lead that it replaces. */
export const similarRequestSchema = z
  .object(
    {
      ...{ firstName: typed, lastName: typed, email: typed, phone: typed, address: typed },
      except: z.uuid('unknown_value').nullable().default(null),
    },
    'not_object',
  )
  .transform(({ except, ...person }) => ({
    except,
    // What is not right yet is like nothing.
    keys: matchKeys({
      ...person,
      email: emailField(200).safeParse(person.email).data ?? '',
      phone: phoneField.safeParse(person.phone).data ?? '',
    }),
  }))

/** How a field that makes two leads alike is called on the wire. */
const wireNames = { phone: 'phone', email: 'email', place: 'name_and_address' } as const

/** What the sender of a lead is warned of: the newest that is like it. */
export function similarWarnings({ leads: [newest] }: Pick<SimilarLeads, 'leads'>): LeadWarning[] {
  if (!newest) return []
  const same = newest.same.map((kind) => wireNames[kind]).join(', ')
  return [
    {
      field: 'person',
      code: 'similar_lead',
      message: `A lead of the last 30 days has the same ${same}: ${newest.id}. It is sent all the same.`,
      params: { lead: newest.id, same },
    },
  ]
}
