import { type Likeness, matchKeys, samenesses } from '@/lib/leads/similar-leads'
import { searchTerms } from '@/lib/leads/search/search-terms'
import { foldOwnLetters, isIn, nameText, searchText, spellings } from '@/lib/leads/search/search-text'
import { phoneField } from '@/lib/validation/phone-field'
import type { DraftContent } from './draft'

/** Whom a draft is about, as far as it has been typed. */
export function personIn({ values: { person = {} } }: DraftContent): Likeness & {
  zipCode: string | null
  city: string | null
} {
  const { first_name = '', last_name = '', email = '', phone = '', address = '' } = person
  return {
    ...{ firstName: first_name.trim(), lastName: last_name.trim(), address, email: email.trim() },
    phone: phoneField.safeParse(phone).data ?? phone,
    zipCode: person.zip_code ?? null,
    city: person.city ?? null,
  }
}

/** Whether a draft may be of one of these persons: anything that makes two leads alike, or the whole name. */
export function isOfPerson(content: DraftContent, persons: Likeness[]): boolean {
  const draft = personIn(content)
  const keys = matchKeys(draft)
  return persons.some((person) => {
    const others = matchKeys(person)
    const isAlike = samenesses.some((kind) => keys[kind] !== null && keys[kind] === others[kind])
    return isAlike || (draft.lastName !== '' && fullName(draft) === fullName(person))
  })
}

const fullName = ({ firstName, lastName }: Likeness) =>
  foldOwnLetters(nameText(`${firstName} ${lastName}`))

/** Whether what is sought is in a draft, in whatever spelling. */
export function hasWords(content: DraftContent, search: string): boolean {
  const text = searchText({
    ...personIn(content),
    ...{ vitecCustomerId: '', vitecSourceId: '', vitecLeadId: null },
  })
  return spellings.some((spelling) => {
    const terms = searchTerms(search, spelling)
    return terms.length > 0 && terms.every((term) => isIn(text, term, spelling))
  })
}
