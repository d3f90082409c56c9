import type { LeadStatus } from '@/lib/lead/lead'

type Move = { from: readonly LeadStatus[]; to: readonly LeadStatus[] }

/** Every way a lead's status may change: an attempt's result, a crash found later, and what staff may do. */
export const moves = {
  attempt: { from: ['pending'], to: ['pending', 'delivered', 'rejected', 'unknown', 'failed'] },
  interruption: { from: ['pending'], to: ['unknown'] },
  send_again: { from: ['pending', 'rejected', 'unknown', 'failed', 'cancelled'], to: ['pending'] },
  /** "It is there": somebody has looked in Vitec. */
  settle: { from: ['unknown'], to: ['delivered'] },
  /** "Look it up": it was found in Vitec's report, because a person asked. */
  look_up: { from: ['unknown'], to: ['delivered'] },
  cancel: { from: ['pending'], to: ['cancelled'] },
} as const satisfies Record<string, Move>

export const plainActions = ['send_again', 'settle', 'cancel'] as const
/** What is done at a person's word alone. */
export type PlainAction = (typeof plainActions)[number]

export const staffActions = [...plainActions, 'look_up'] as const
/** What staff may do to a lead that no attempt is under way for. */
export type StaffAction = (typeof staffActions)[number]

/** The staff actions that a lead's status allows, while no attempt is under way. */
export function allowedActions(status: LeadStatus): StaffAction[] {
  return staffActions.filter((action) => moves[action].from.some((from) => from === status))
}
