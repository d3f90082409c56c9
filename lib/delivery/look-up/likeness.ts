import { compareMessage, compareName, compareReach, compareSource, compareTime } from './compare-lead'
import type { SoughtLead } from './doubt'
import type { DoubtWindow } from './doubt-windows'
import type { IncomingLead } from './incoming-lead'

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
