import type { OutboundLimits } from '@/lib/deliveries/delivery-store'
import { seededRandom } from '@/test/run/random.mjs'

/** How long an attempt may take, in ms; its place is longer by as much as in life. */
export const timeoutMs = 5_000
export const slotMs = 10_000
/** How many instances send. */
const instances = 2

/** Where an instance is struck: when it learns what is named, before it does anything about it. */
const places = ['place', 'claimed', 'connected', 'answered', 'settled'] as const
export type StrikePlace = (typeof places)[number]
const calls = ['takePlace', 'claim', 'settle', 'settleInterrupted', 'liftPause'] as const
export type Call = (typeof calls)[number]

/** How an instance stands still: what its clocks make of that differs. */
export type Stillness = { ms: number; kind: 'stopped' | 'asleep' | 'frozen' }

/** What goes wrong when something has happened so often. `call`: the database is asked, and its answer is lost. */
export type Strike = { after: number } & (
  | { kind: 'still'; at: StrikePlace; how: Stillness }
  | { kind: 'crash'; at: StrikePlace; downMs: number }
  | { kind: 'call'; at: Call; isDone: boolean }
)

/** How Vitec takes the leads of a customer for a while. */
export const moods = [
  ...(['well', 'slow', 'silent', 'failing', 'limiting', 'closed', 'closed', 'refusing', 'mixed'] as const),
] as const
export type Mood = (typeof moods)[number]

/** By how much the database's clock may be set, in ms: on more often than back, because a wait may be over then. */
const clockChanges = [-3_600_000, -30_000, -800, 800, 60_000, 60_000, 3_600_000, 3_600_000] as const

export type Plan = {
  limits: OutboundLimits
  leads: { id: string; customer: string; at: number }[]
  moods: Map<string, Mood>
  strikes: Strike[]
  /** How far the wall clock of each instance is ahead, in ms. */
  skews: number[]
  /** When the database's clock is set, and by how much. */
  clockSteps: { at: number; by: number }[]
  /** When a person looks at a lead. */
  visits: { at: number; lead: number }[]
  /** When Vitec is well again, and nothing more goes wrong. */
  wellAt: number
  /** Whether an instance that is down then stays it. */
  staysDown: boolean
  /** Whether a person resumes what is paused then; else the probes do. */
  resumes: boolean
}

/** All that goes wrong in the history of a seed. */
export function planOf(seed: number): Plan {
  const draws = drawsOf(seed)
  const { pick, between, chance, below } = draws
  // Trouble of all: only there is sending held as a whole.
  const general = chance(0.5) ? pick(['failing', 'limiting', 'limiting', 'mixed'] as const) : null
  const customers = ['A', 'B', 'C', 'D'].slice(0, general ? between(3, 4) : between(1, 3))
  const wellAt = pick([4_000, 8_000, 15_000, 30_000])
  const comeTogether = chance(0.6)
  const leads = Array.from({ length: general ? between(5, 7) : between(3, 6) }, (_, number) => ({
    id: idOf(seed, number, below(2 ** 31)),
    customer: customers[general ? number % customers.length : below(customers.length)] ?? 'A',
    at: comeTogether || chance(0.5) ? 1 : between(2, wellAt),
  }))
  return {
    limits: { atOnce: pick([2, 3, 5]), perSecond: pick([5, 10]), slotMs, magicPrefix: null },
    leads,
    moods: new Map(customers.map((customer) => [customer, general ?? pick(moods)])),
    strikes: Array.from({ length: between(0, 4) }, () => strikeOf(draws)),
    skews: Array.from({ length: instances }, () => pick([0, 0, 700, 45_000, -45_000])),
    clockSteps: chance(general ? 0.6 : 0.1) ? [{ at: between(1_000, 25_000), by: pick(clockChanges) }] : [],
    visits: Array.from({ length: between(0, 3) }, () => ({
      at: between(500, wellAt + 20_000),
      lead: below(leads.length),
    })),
    wellAt,
    staysDown: chance(0.5),
    resumes: chance(0.5),
  }
}

function strikeOf({ pick, between, chance }: Draws): Strike {
  const after = between(0, 3)
  const drawn = between(1, 10)
  if (drawn <= 5) {
    const ms = pick([150, 900, 1_700, 4_000, 13_000, 13_000, 26_000])
    return {
      kind: 'still',
      after,
      at: pick(places),
      how: { ms, kind: pick(['stopped', 'asleep', 'frozen']) },
    }
  }
  if (drawn <= 8)
    return { kind: 'crash', after, at: pick(places), downMs: pick([300, 3_000, 12_000, 1_000_000_000]) }
  return { kind: 'call', after, at: pick(calls), isDone: chance(0.5) }
}

/** A lead's id, of no other history; leads do not come in the order of their ids. */
export function idOf(seed: number, number: number, random: number): string {
  const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0').slice(-digits)
  return `${hex(random, 8)}-0000-7000-8000-${hex(seed, 8)}${hex(number, 4)}`
}

/** What a history draws; all of it follows from its seed. */
export type Draws = ReturnType<typeof drawsOf>

export function drawsOf(seed: number) {
  const { below, chance } = seededRandom(seed)
  const pick = <T>(things: readonly [T, ...T[]]): T => things[below(things.length)] ?? things[0]
  return { below, chance, pick, between: (least: number, most: number) => least + below(most - least + 1) }
}
