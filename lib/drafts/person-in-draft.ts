import { searchTerms } from '@/lib/leads/search/search-terms'
import {
  foldOwnLetters,
  isIn,
  type MatchedPerson,
  matchTexts,
  nameText,
  searchText,
  spellings,
} from '@/lib/leads/search/search-text'
import { phoneField } from '@/lib/validation/phone-field'
import type { DraftContent } from './draft'

/** Whom a draft is about, as far as it has been typed. */
export function personIn({ values: { person = {} } }: DraftContent): MatchedPerson & {
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

const kinds = ['phone', 'email', 'place'] as const

/** Whether a draft may be of one of these persons: anything that makes two leads alike, or the whole name. */
export function isOfPerson(content: DraftContent, persons: MatchedPerson[]): boolean {
  const draft = personIn(content)
  const texts = matchTexts(draft)
  return persons.some((person) => {
    const others = matchTexts(person)
    const isAlike = kinds.some((kind) => texts[kind] !== null && texts[kind] === others[kind])
    return isAlike || (draft.lastName !== '' && fullName(draft) === fullName(person))
  })
}

const fullName = ({ firstName, lastName }: MatchedPerson) =>
  foldOwnLetters(nameText(`${firstName} ${lastName}`))

/** Whether what is sought is in a draft, in whatever spelling. */
export function hasWords(content: DraftContent, search: string): boolean {
  const text = searchText({
    ...personIn(content),
    ...{ vitecCustomerId: '', vitecSourceId: '', vitecLeadId: null, reference: null },
  })
  return spellings.some((spelling) => {
    const terms = searchTerms(search, spelling)
    return terms.length > 0 && terms.every((term) => isIn(text, term, spelling))
  })
}
