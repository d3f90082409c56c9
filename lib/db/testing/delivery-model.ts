import type { AttemptResult } from '@/lib/delivery/attempt-result'
import type { AttemptReason } from '@/lib/delivery/delivery-store'
import type { PlainAction } from '@/lib/delivery/moves'
import { nextProbeTime } from '@/lib/delivery/next-probe-time'
import { retryDelays } from '@/lib/delivery/retry-schedule'
import type { LeadStatus } from '@/lib/lead/lead'

/** How a lead must stand; `customer` and leads are named by number, times are in ms. */
export type ModelLead = {
  customer: number
  status: LeadStatus
  dueAt: number | null
  attempts: number
  step: number
  /** When the open attempt began, which is the last one. */
  openSince: number | null
}

/** What the store must hold, in so few words that it can be seen to be right. */
export type Model = {
  now: number
  leads: ModelLead[]
  pauses: ({ since: number; nextProbeAt: number } | null)[]
}

export type ModelAction =
  | { do: 'open'; lead: number; reason: AttemptReason }
  | { do: 'close'; lead: number; attempt: number; outcome: AttemptResult['outcome'] }
  | { do: 'act'; lead: number; action: PlainAction }
  | { do: 'resume'; customer: number }
  | { do: 'probes' }
  | { do: 'sweep' }

/** An attempt that has been open for so long is a crash's, in ms. */
export const abandonedAfter = 60_000

const sendable: LeadStatus[] = ['pending', 'rejected', 'unknown', 'failed', 'cancelled']

/** Does to the model what the store must do, and answers what the store must answer. */
export function applyTo(model: Model, action: ModelAction): unknown {
  switch (action.do) {
    case 'open':
      return open(model, leadOf(model, action.lead), action.reason)
    case 'close':
      return close(model, leadOf(model, action.lead), action)
    case 'act':
      return act(model, leadOf(model, action.lead), action.action)
    case 'resume':
      return resume(model, action.customer)
    case 'probes':
      return model.pauses.map((_, customer) => probe(model, customer)).filter((lead) => lead !== null)
    case 'sweep':
      for (const lead of model.leads) {
        if (lead.openSince !== null && lead.openSince < model.now - abandonedAfter) {
          Object.assign(lead, { openSince: null, status: 'unknown', dueAt: null })
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

function open({ now, pauses }: Model, lead: ModelLead, reason: AttemptReason): number | null {
  const isPaused = pauses[lead.customer] !== null
  const isDue = reason === 'probe' ? isPaused : !isPaused && lead.dueAt !== null && lead.dueAt <= now
  if (lead.status !== 'pending' || lead.openSince !== null || !isDue) return null
  Object.assign(lead, { dueAt: null, openSince: now })
  lead.step += 1
  lead.attempts += 1
  return lead.attempts
}

type Closing = { attempt: number; outcome: AttemptResult['outcome'] }

function close(model: Model, lead: ModelLead, { attempt, outcome }: Closing): null {
  const { now, pauses } = model
  const began = lead.openSince
  if (began === null || lead.attempts !== attempt) return null
  lead.openSince = null
  if (outcome === 'misconfigured') {
    pauses[lead.customer] ??= {
      since: now,
      nextProbeAt: nextProbeTime(new Date(now), new Date(now)).getTime(),
    }
  } else if (outcome === 'not_sent' || outcome === 'not_saved') {
    const delay = retryDelays[lead.step - 1]
    if (delay === undefined) lead.status = 'failed'
    else lead.dueAt = now + delay
  } else {
    lead.status = outcome
    const since = pauses[lead.customer]?.since
    if (outcome !== 'unknown' && since !== undefined && since < began) resume(model, lead.customer)
  }
  return null
}

function act({ now }: Model, lead: ModelLead, action: PlainAction): boolean {
  if (lead.openSince !== null) return false
  if (action === 'send_again' && sendable.includes(lead.status)) {
    Object.assign(lead, { status: 'pending', dueAt: now, step: 0 })
  } else if (action === 'settle' && lead.status === 'unknown') {
    lead.status = 'delivered'
  } else if (action === 'cancel' && lead.status === 'pending') {
    Object.assign(lead, { status: 'cancelled', dueAt: null })
  } else return false
  return true
}

function resume({ now, leads, pauses }: Model, customer: number): number {
  pauses[customer] = null
  const waiting = leads.filter(
    (lead) => lead.customer === customer && lead.status === 'pending' && lead.openSince === null,
  )
  for (const lead of waiting) Object.assign(lead, { dueAt: now, step: 0 })
  return waiting.length
}

function probe({ now, leads, pauses }: Model, customer: number): number | null {
  const pause = pauses[customer]
  const oldest = leads.findIndex((lead) => lead.customer === customer && lead.status === 'pending')
  if (!pause || pause.nextProbeAt > now || oldest === -1) return null
  pause.nextProbeAt = nextProbeTime(new Date(pause.since), new Date(now)).getTime()
  return oldest
}
