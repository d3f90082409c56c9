import type { LeadStatus, Obstacle } from '@/lib/leads/lead'

type Transition = { from: readonly LeadStatus[]; to: readonly LeadStatus[] }

/** Every way a lead's status may change: an attempt's result, a crash found later, and what staff may do. */
export const transitions = {
  attempt: { from: ['pending'], to: ['pending', 'delivered', 'rejected', 'unknown', 'failed'] },
  interruption: { from: ['pending'], to: ['unknown'] },
  send_again: { from: ['pending', 'rejected', 'unknown', 'failed', 'cancelled'], to: ['pending'] },
  /** "It is there": a person has looked in Vitec. */
  settle: { from: ['unknown'], to: ['delivered'] },
  /** "Look it up": it was found in Vitec's report, because a person asked. */
  look_up: { from: ['unknown'], to: ['delivered'] },
  /** The same of a lead that waits in a database that was restored: it may have been delivered since. */
  settle_restored: { from: ['pending'], to: ['delivered'] },
  cancel: { from: ['pending'], to: ['cancelled'] },
  /** "Edit and send": another lead is made of it. What waits is stopped, what is over stays what it was. */
  replace: { from: ['pending', 'rejected', 'unknown', 'failed', 'cancelled'], to: ['cancelled'] },
  /** "It was not there after all": takes back a settle that nothing followed, to where it began. */
  unsettle: { from: ['delivered'], to: ['unknown', 'pending'] },
} as const satisfies Record<string, Transition>

/** What a person has to do something about, unless they set it aside or another lead replaced it. */
export const toDoStatuses = ['rejected', 'unknown', 'failed'] as const satisfies readonly LeadStatus[]

/** Whether leads of a status are on the list of what there is to do. */
export const isToDoStatus = (status: LeadStatus): boolean => toDoStatuses.some((toDo) => toDo === status)

export const plainActions = ['send_again', 'settle', 'cancel', 'unsettle'] as const
/** What is done at a person's word alone. */
export type PlainAction = (typeof plainActions)[number]

export const staffActions = [...plainActions, 'look_up', 'replace'] as const
/** What staff may do to a lead that no attempt is under way for. */
export type StaffAction = (typeof staffActions)[number]

/** What cannot be done to a lead that no instance sends: `send_again` and `look_up` need the Vitec it was born for. */
const hindered: Record<Obstacle, readonly StaffAction[]> = {
  environment: ['send_again', 'look_up'],
  hold: ['send_again'],
  restore: ['send_again'],
}

const ofRestored = { settle: true, look_up: true }

/** What would make a second lead of what another was made of already. */
const ofUnreplaced: readonly StaffAction[] = ['send_again', 'replace']

/**
 * What the status alone does not tell of a lead. `canUnsettle`: a person said that it is in Vitec, and nothing followed.
 * `isTest`: a test key handed it in. What would be made of it in the form is a real lead.
 */
type Standing = { isReplaced?: boolean; canUnsettle?: boolean; isTest?: boolean }

/** The staff actions that a lead's status allows, while no attempt is under way. */
export function allowedActions(
  status: LeadStatus,
  obstacle: Obstacle | null = null,
  { isReplaced = false, canUnsettle = false, isTest = false }: Standing = {},
): StaffAction[] {
  const isRestored = obstacle === 'restore' && status === 'pending'
  return staffActions
    .filter((action) => !isReplaced || !ofUnreplaced.includes(action))
    .filter((action) => !isTest || action !== 'replace')
    .filter(
      (action) =>
        transitions[action].from.some((from) => from === status) || (isRestored && action in ofRestored),
    )
    .filter((action) => action !== 'unsettle' || canUnsettle)
    .filter((action) => obstacle === null || !hindered[obstacle].includes(action))
}
