import { retryDelays } from '@/lib/deliveries/after-attempt'
import type { AttemptResult } from '@/lib/deliveries/attempt-result'
import type { PlainAction } from '@/lib/deliveries/transitions'
import type { LeadStatus } from '@/lib/leads/lead'
import { nextProbeTime } from './next-probe-time'

/** How a lead must stand; `customer` and leads are named by number, times are in ms. */
export type ModelLead = {
  customer: number
  status: LeadStatus
  dueAt: number | null
  attempts: number
  step: number
  /** When the open attempt began, which is the last one. */
  openSince: number | null
  /** When the last attempt began. */
  began: number | null
  /** Let out of the present hold. */
  released: boolean
  /** Its last attempt was taken for a crash's, and no answer to it has come since. */
  interrupted: boolean
  /** What it was when a person said that Vitec has it, until an answer shows that it has. */
  settledFrom: LeadStatus | null
}

/** What the store must hold, in so few words that it can be seen to be right. */
export type Model = {
  now: number
  leads: ModelLead[]
  pauses: ({ since: number; nextProbeAt: number } | null)[]
  hold: ModelHold | null
}

/** Why all sending is held, and whether it began since a person last looked: what is lifted is what was seen. */
type ModelHold = { reason: HoldReason; unseen: boolean }

type HoldReason = 'administrator' | 'restored'
/** Who asks: a process that sends where the leads were born, or one that sends elsewhere. */
type From = 'here' | 'elsewhere'

export type ModelAction =
  | { do: 'open'; lead: number; from: From }
  | { do: 'close'; lead: number; attempt: number; outcome: AttemptResult['outcome'] }
  | { do: 'act'; lead: number; action: PlainAction; from: From }
  | { do: 'resume'; customer: number }
  | { do: 'hold' }
  | { do: 'lift' }
  | { do: 'restore' }
  | { do: 'release'; lead: number }
  | { do: 'sweep' }

/** An attempt that has been open for so long is a crash's, in ms. */
export const abandonedAfter = 35_000

const sendable: LeadStatus[] = ['pending', 'rejected', 'unknown', 'failed', 'cancelled']

/** Does to the model what the store must do, and answers what the store must answer. */
export function applyTo(model: Model, action: ModelAction): unknown {
  switch (action.do) {
    case 'open':
      return action.from === 'here' ? open(model, leadOf(model, action.lead)) : null
    case 'close':
      return close(model, leadOf(model, action.lead), action)
    case 'act':
      if (action.from === 'elsewhere' && action.action === 'send_again') return false
      return act(model, leadOf(model, action.lead), action.action)
    case 'resume':
      return resume(model, action.customer)
    case 'hold':
      return model.hold === null && beginHold(model, 'administrator')
    case 'restore':
      return beginHold(model, 'restored')
    case 'lift':
      if (model.hold === null || model.hold.unseen) return false
      return endHold(model)
    case 'release':
      return release(model, leadOf(model, action.lead))
    case 'sweep':
      for (const lead of model.leads) {
        if (lead.openSince !== null && lead.openSince <= model.now - abandonedAfter) {
          Object.assign(lead, { openSince: null, status: 'unknown', dueAt: null, interrupted: true })
        }
      }
  }
  return null
}

export function leadOf({ leads }: Model, number: number): ModelLead {
  const lead = leads[number]
  if (!lead) throw new Error(`there is no lead ${number}`)
  return lead
}

function beginHold(model: Model, reason: HoldReason): true {
  model.hold = { reason, unseen: true }
  for (const lead of model.leads) lead.released = false
  return true
}

function endHold(model: Model): true {
  model.hold = null
  for (const lead of model.leads) lead.released = false
  return true
}

function release(model: Model, lead: ModelLead): number {
  if (!isHeld(model, lead) || lead.status !== 'pending' || lead.openSince !== null) return 0
  lead.released = true
  return 1
}

const isHeld = ({ hold }: Model, { released }: ModelLead) => hold !== null && !released

function open(model: Model, lead: ModelLead): number | null {
  const { now, pauses } = model
  if (isHeld(model, lead)) return null
  const pause = pauses[lead.customer]
  const isOver = (since: number | null) => since === null || since <= now - abandonedAfter
  const isAlone = model.leads.every((it) => it.customer !== lead.customer || isOver(it.openSince))
  const isDue = pause ? pause.nextProbeAt <= now && isAlone : lead.dueAt !== null && lead.dueAt <= now
  if (lead.status !== 'pending' || lead.openSince !== null || !isDue) return null
  if (pause) pause.nextProbeAt = nextProbeTime(new Date(pause.since), new Date(now)).getTime()
  Object.assign(lead, { dueAt: null, openSince: now, began: now, interrupted: false })
  lead.step += 1
  lead.attempts += 1
  return lead.attempts
}

type Closing = { attempt: number; outcome: AttemptResult['outcome'] }

function close(model: Model, lead: ModelLead, { attempt, outcome }: Closing): null {
  const { now, pauses } = model
  if (lead.attempts !== attempt || (lead.openSince === null && !lead.interrupted)) return null
  const isLate = lead.openSince === null
  const { began } = lead
  Object.assign(lead, { openSince: null, interrupted: false })
  if (isLate && !settlesLate(lead.status, outcome)) {
    // The answer brought the lead's id in Vitec.
    if (outcome === 'delivered' && lead.status === 'delivered') lead.settledFrom = null
    return null
  }
  if (outcome === 'misconfigured') {
    pauses[lead.customer] ??= {
      since: now,
      nextProbeAt: nextProbeTime(new Date(now), new Date(now)).getTime(),
    }
    Object.assign(lead, { status: 'pending', dueAt: now, step: 0 })
  } else if (outcome === 'not_sent' || outcome === 'not_saved') {
    const delay = retryDelays[lead.step - 1]
    Object.assign(lead, { status: delay === undefined ? 'failed' : 'pending', dueAt: null })
    if (delay !== undefined) lead.dueAt = now + delay
  } else {
    Object.assign(lead, { status: outcome, dueAt: null })
    const since = pauses[lead.customer]?.since
    if (outcome !== 'unknown' && began !== null && since !== undefined && since < began)
      resume(model, lead.customer)
  }
  return null
}

/** What a person has done meanwhile stands, unless the answer says more than they knew. */
function settlesLate(status: LeadStatus, outcome: AttemptResult['outcome']): boolean {
  if (status === 'pending') return outcome !== 'unknown' && outcome !== 'not_sent' && outcome !== 'not_saved'
  return status === 'unknown' || (status === 'cancelled' && outcome === 'delivered')
}

function act(model: Model, lead: ModelLead, action: PlainAction): boolean {
  const { now, hold } = model
  const isOfRestore = hold?.reason === 'restored' && isHeld(model, lead)
  if (lead.openSince !== null) return false
  if (action === 'send_again' && sendable.includes(lead.status)) {
    Object.assign(lead, { status: 'pending', dueAt: now, step: 0 })
  } else if (
    action === 'settle' &&
    (lead.status === 'unknown' || (lead.status === 'pending' && isOfRestore))
  ) {
    Object.assign(lead, { settledFrom: lead.status, status: 'delivered', dueAt: null })
  } else if (
    action === 'unsettle' &&
    (lead.settledFrom === 'unknown' || (lead.settledFrom === 'pending' && isOfRestore))
  ) {
    const dueAt = lead.settledFrom === 'pending' ? now : null
    Object.assign(lead, { status: lead.settledFrom, settledFrom: null, dueAt })
  } else if (action === 'cancel' && lead.status === 'pending') {
    Object.assign(lead, { status: 'cancelled', dueAt: null })
  } else return false
  return true
}

/** Whether it was paused. */
function resume({ pauses }: Model, customer: number): boolean {
  const wasPaused = pauses[customer] !== null
  pauses[customer] = null
  return wasPaused
}
