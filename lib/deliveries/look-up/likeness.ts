import { phoneField } from '@/lib/validation/phone-field'
import { tidyText } from '@/lib/validation/plain-text'
import type { DoubtWindow, SoughtLead } from './doubt'
import type { IncomingLead } from './look-up-store'

/**
 * How much a reported lead is the one that is sought.
 *
 * - `same`: nothing speaks against it, and either its message is ours or person and source are.
 * - `perhaps`: it may be; a person has to look.
 * - `related`: of the same person at that time, with another message: rather another lead of theirs.
 * - `other`: not it.
 */
export type Likeness = 'same' | 'perhaps' | 'related' | 'other'

/** Our message names the person, the home and the amount, so nothing else tells a lead as well as it does. */
export function likeness(sought: SoughtLead, windows: DoubtWindow[], reported: IncomingLead): Likeness {
  const message = compareMessage(sought, reported)
  const source = compareSource(sought, reported)
  const time = compareTime(windows, reported)
  const person = comparePerson(sought, reported)
  const isContradicted = source === 'differs' || time === 'differs' || person === 'differs'

  const isTheirs = person === 'agrees' && source === 'agrees' && !sought.hasTwin
  const isOurs = message === 'agrees' || (message === 'silent' && isTheirs)
  if (isOurs && time === 'agrees' && !isContradicted) return 'same'
  if (message === 'agrees') return 'perhaps'
  if (isContradicted || person === 'silent') return 'other'
  return message === 'silent' ? 'perhaps' : 'related'
}

/** `resembles`: what is told of the person agrees, and is not enough. */
function comparePerson(
  sought: SoughtLead,
  reported: IncomingLead,
): 'agrees' | 'resembles' | 'differs' | 'silent' {
  const name = compareName(sought, reported)
  const reach = compareReach(sought, reported)
  if (name === 'silent' && reach === 'silent') return 'silent'
  if (name === 'agrees' && reach === 'agrees') return 'agrees'
  // The same number under another spelling of the name is the same person; another number is another one.
  return reach === 'differs' || (name === 'differs' && reach === 'silent') ? 'differs' : 'resembles'
}

/** What one side of a reported lead says: it is ours, it is not, or nothing. */
type Sign = 'agrees' | 'differs' | 'silent'

/** White space aside, which systems and screens change. */
function compareMessage({ message }: SoughtLead, reported: IncomingLead): Sign {
  if (reported.message === null) return 'silent'
  return tidyText(reported.message) === tidyText(message) ? 'agrees' : 'differs'
}

/** A name that we do not have for our own source tells nothing; an id always does. */
function compareSource({ vitecSourceId, leadSourceName }: SoughtLead, reported: IncomingLead): Sign {
  const { id, name } = reported.leadSource
  const told = [id, name].filter((text) => text !== null).map(folded)
  const ours = [vitecSourceId, leadSourceName].filter((text) => text !== null).map(folded)
  if (told.some((text) => ours.includes(text))) return 'agrees'
  return told.length === 0 || (id === null && leadSourceName === null) ? 'silent' : 'differs'
}

/** Any reading of its time in any of the windows. */
function compareTime(windows: DoubtWindow[], { times }: IncomingLead): Sign {
  if (times.length === 0) return 'silent'
  const within = times.some((time) => windows.some(({ from, to }) => from <= time && time <= to))
  return within ? 'agrees' : 'differs'
}

/** The words of a name in any order: people are listed by their last name, too. */
function compareName({ firstName, lastName }: SoughtLead, { name }: IncomingLead): Sign {
  if (name === null) return 'silent'
  return nameWords(name) === nameWords(`${firstName} ${lastName}`) ? 'agrees' : 'differs'
}

/** One way to reach the person is enough: Vitec may know the person, and have another address. */
function compareReach({ email, phone }: SoughtLead, { emails, phones }: IncomingLead): Sign {
  if (emails.length + phones.length === 0) return 'silent'
  const same =
    emails.some((one) => folded(one) === folded(email)) || phones.some((one) => asE164(one) === phone)
  return same ? 'agrees' : 'differs'
}

const folded = (text: string) => tidyText(text).toLocaleLowerCase('sv')
const nameWords = (name: string) => folded(name.replaceAll(',', ' ')).split(' ').toSorted().join(' ')
const asE164 = (phone: string) => phoneField.safeParse(phone).data
