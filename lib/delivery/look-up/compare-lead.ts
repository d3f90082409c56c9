import { phoneField } from '@/lib/validation/phone-field'
import { tidyText } from '@/lib/validation/plain-text'
import type { SoughtLead } from './doubt'
import type { DoubtWindow } from './doubt-windows'
import type { IncomingLead } from './incoming-lead'

/** What one side of a reported lead says: it is ours, it is not, or nothing. */
export type Sign = 'agrees' | 'differs' | 'silent'

/** White space aside, which systems and screens change. */
export function compareMessage({ message }: SoughtLead, reported: IncomingLead): Sign {
  if (reported.message === null) return 'silent'
  return tidyText(reported.message) === tidyText(message) ? 'agrees' : 'differs'
}

/** A name that we do not have for our own source tells nothing; an id always does. */
export function compareSource({ vitecSourceId, leadSourceName }: SoughtLead, reported: IncomingLead): Sign {
  const { id, name } = reported.leadSource
  const told = [id, name].filter((text) => text !== null).map(folded)
  const ours = [vitecSourceId, leadSourceName].filter((text) => text !== null).map(folded)
  if (told.some((text) => ours.includes(text))) return 'agrees'
  return told.length === 0 || (id === null && leadSourceName === null) ? 'silent' : 'differs'
}

/** Any reading of its time in any of the windows. */
export function compareTime(windows: DoubtWindow[], { times }: IncomingLead): Sign {
  if (times.length === 0) return 'silent'
  const within = times.some((time) => windows.some(({ from, to }) => from <= time && time <= to))
  return within ? 'agrees' : 'differs'
}

/** The words of a name in any order: people are listed by their last name, too. */
export function compareName({ firstName, lastName }: SoughtLead, { name }: IncomingLead): Sign {
  if (name === null) return 'silent'
  return nameWords(name) === nameWords(`${firstName} ${lastName}`) ? 'agrees' : 'differs'
}

/** One way to reach the person is enough: Vitec may know the person, and have another address. */
export function compareReach({ email, phone }: SoughtLead, { emails, phones }: IncomingLead): Sign {
  if (emails.length + phones.length === 0) return 'silent'
  const same =
    emails.some((one) => folded(one) === folded(email)) || phones.some((one) => asE164(one) === phone)
  return same ? 'agrees' : 'differs'
}

const folded = (text: string) => tidyText(text).toLocaleLowerCase('sv')
const nameWords = (name: string) => folded(name.replaceAll(',', ' ')).split(' ').toSorted().join(' ')
const asE164 = (phone: string) => phoneField.safeParse(phone).data
