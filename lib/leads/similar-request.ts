import { z } from 'zod'
import { emailField } from '@/lib/validation/fields'
import { phoneField } from '@/lib/validation/phone-field'
import { matchTexts } from './search/search-text'

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
    texts: matchTexts({
      ...person,
      email: emailField(200).safeParse(person.email).data ?? '',
      phone: phoneField.safeParse(person.phone).data ?? '',
    }),
  }))
