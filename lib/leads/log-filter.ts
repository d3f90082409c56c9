import { z } from 'zod'
import { isCalendarDate, nextDay, stockholmDate } from '@/lib/time/stockholm-time'
import type { FieldErrorCode } from '@/lib/validation/field-error'
import { searchField } from '@/lib/validation/fields'
import { leadChannelSchema, leadStatuses } from './lead'

const searchLength = 200

/** Days of Sweden that end today, or have ended: `7-days` are today and the six before it. */
export const periods = ['today', 'yesterday', '7-days', 'this-month', 'last-month'] as const

/** How leads of test keys are asked for. */
export const askedTests = ['with', 'only'] as const

const twoDays = /^((?:19|20)\d{2}-\d{2}-\d{2})\.\.((?:19|20)\d{2}-\d{2}-\d{2})$/

/** The first day and the last of `2026-01-01..2026-01-31`, both meant; `null` where it is no such text. */
export function daysBetween(received: string): { first: string; last: string } | null {
  // Nothing longer is a pair of days.
  const [, first = '', last = ''] = twoDays.exec(received.slice(0, 30)) ?? []
  return isCalendarDate(first) && isCalendarDate(last) && first <= last ? { first, last } : null
}

const wrongDay: FieldErrorCode = 'invalid_date'
const unknown: FieldErrorCode = 'unknown_value'
const statusSchema = z.enum(leadStatuses, unknown)

/** A page of the version before names one status, or none. */
const someStatuses = z.union(
  [z.array(statusSchema).max(leadStatuses.length), statusSchema.transform((one) => [one]), z.null()],
  unknown,
)

/**
 * What narrows the log: words that a lead must have, and what it must be. One shape for the list, the file, sending many
 * again, suggestions and views. All but `search` are ids and codes, which may stand in an address.
 */
export const leadFilterSchema = z.object(
  {
    search: searchField(searchLength).default(''),
    /** One of these; any where it is empty. */
    status: someStatuses.transform((some) => [...new Set(some ?? [])].toSorted()).default([]),
    /** Our own id of a customer: Vitec's is what a caller sent, which may be anything. */
    customer: z.uuid(unknown).nullable().default(null),
    /** Our own id of a lead source. */
    source: z.uuid(unknown).nullable().default(null),
    channel: leadChannelSchema.nullable().default(null),
    /** An actor's id, as in the audit log. */
    sender: z
      .string(unknown)
      .regex(/^(open|(person|key):[0-9a-f-]{36})$/, unknown)
      .nullable()
      .default(null),
    /** A period, or two days with dots between. */
    received: z
      .union(
        [z.enum(periods), z.string(wrongDay).refine((text) => daysBetween(text) !== null, wrongDay)],
        wrongDay,
      )
      .nullable()
      .default(null),
    /** Leads of test keys: no others, or with the others; left out where nothing is said. */
    tests: z.enum(askedTests, unknown).nullable().default(null),
  },
  'not_object',
)
export type LeadFilter = z.infer<typeof leadFilterSchema>

/** What may stand in an address: all but the words of a search. */
export type ShownFilter = Omit<LeadFilter, 'search'>

/** Every lead that no test key handed in. */
export const noFilter: LeadFilter = leadFilterSchema.parse({})

/** Whether two filters are the same but for their words: they have come through the schema, in one order. */
export const isSameFilter = (one: ShownFilter, other: ShownFilter): boolean =>
  shownNames.every((name) => String(one[name]) === String(other[name]))

export const shownNames = ['status', 'customer', 'source', 'channel', 'sender', 'received', 'tests'] as const

/** Whether anything but words narrows it. */
export const isNarrowed = (filter: ShownFilter): boolean => !isSameFilter(filter, noFilter)

/** Whether it lets through all that has its status. */
export const isWholeStatus = (filter: Omit<LeadFilter, 'status'>): boolean =>
  filter.search === '' && !isNarrowed({ ...filter, status: [] })

/**
 * The filter that an address names. What it says of no filter is left out, as if it were not there: addresses are typed,
 * and mended by the programs that they go through.
 */
export function readAddress(asked: Partial<Record<string, unknown>>): ShownFilter {
  const text = (name: string) => (typeof asked[name] === 'string' ? asked[name].slice(0, 100) : null)
  const { search: _, ...shape } = leadFilterSchema.shape
  const status = text('status')
    ?.split(',')
    .filter((one) => statusSchema.safeParse(one).success)
  return {
    status: shape.status.parse(status),
    customer: shape.customer.catch(null).parse(text('customer')),
    source: shape.source.catch(null).parse(text('source')),
    channel: shape.channel.catch(null).parse(text('channel')),
    sender: shape.sender.catch(null).parse(text('sender')),
    received: shape.received.catch(null).parse(text('received')),
    tests: shape.tests.catch(null).parse(text('tests')),
  }
}

/** A filter as an address names it; `null` where there is nothing to name. */
export function writeAddress({ status, ...others }: ShownFilter): Record<keyof ShownFilter, string | null> {
  const { customer, source, channel, sender, received, tests } = others
  return { status: status.join(',') || null, customer, source, channel, sender, received, tests }
}

/**
 * The days that are meant at a moment: from the first on, and before `until`; `null` where none was asked for.
 * @param now by the clock that leads are received by
 */
export function receivedDays(
  received: LeadFilter['received'],
  now: Date,
): { from: string; until: string } | null {
  if (received === null) return null
  const between = daysBetween(received)
  if (between) return { from: between.first, until: nextDay(between.last) }
  const today = stockholmDate(now)
  const month = `${today.slice(0, 7)}-01`
  switch (received) {
    case 'yesterday':
      return { from: nextDay(today, -1), until: today }
    case '7-days':
      return { from: nextDay(today, -6), until: nextDay(today) }
    case 'this-month':
      return { from: month, until: nextDay(today) }
    case 'last-month':
      return { from: `${nextDay(month, -1).slice(0, 7)}-01`, until: month }
    default:
      return { from: today, until: nextDay(today) }
  }
}

const named = z.object({ id: z.string(), name: z.string() })
const namedInVitec = named.extend({ vitecId: z.string() })

/** What a filter's ids are called, and can be chosen by. A sender's id is an actor's. */
export const filterChoicesSchema = z.object({
  customers: z.array(namedInVitec.extend({ sources: z.array(namedInVitec) })),
  senders: z.array(named),
})
export type FilterChoices = z.infer<typeof filterChoicesSchema>
