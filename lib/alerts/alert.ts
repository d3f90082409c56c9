import { z } from 'zod'

/** Every state that operators are told of, and `test`, which is none. */
export const alertKinds = [
  'customer_paused',
  'breaker_open',
  'doubts',
  'doubts_old',
  'waiting_long',
  'maybe_twice',
  'disk_low',
  'retention_stuck',
  'backup_missed',
  'sending_held',
  'webhook_failing',
  'webhook_off',
  'test',
] as const
export type AlertKind = (typeof alertKinds)[number]

/** What cannot be told apart any more, because there is too much of it, or what has no id that may be told. */
export const others = 'others'

/** Of a kind with several subjects at most so many have an alert of their own at a time; the rest have one together. */
const mostSubjects = 20

/** Numbers and codes alone, such as `{ leads: 3 }`, `{ reason: 'credentials' }`. */
export const figuresSchema = z.record(z.string(), z.union([z.number(), z.string()]))
export type Figures = z.infer<typeof figuresSchema>

/** A state that holds now. `subject` is the id of a row of ours, a host, `others`, or empty; never what a caller sent. */
export type Condition = { kind: AlertKind; subject: string; since: Date; figures: Figures }

export const channelNames = ['webhook', 'email'] as const
export type ChannelName = (typeof channelNames)[number]

/** Where a person sees to it, as a path of ours: ids alone, and none that a caller chose. */
export function alertPath({ kind, subject }: Pick<Condition, 'kind' | 'subject'>) {
  if (kind === 'maybe_twice') return subject === others ? '/leads' : (`/leads/${subject}` as const)
  if (kind === 'customer_paused' || (kind === 'breaker_open' && subject !== ''))
    return subject === others ? '/customers' : (`/customers/${subject}` as const)
  return pathOf[kind]
}

const pathOf = {
  breaker_open: '/leads?status=pending',
  doubts: '/leads?status=unknown',
  doubts_old: '/leads?status=unknown',
  waiting_long: '/leads?status=pending',
  disk_low: '/settings/system',
  retention_stuck: '/settings/privacy',
  backup_missed: '/settings/system',
  sending_held: '/settings/sending',
  webhook_failing: '/settings/webhooks',
  webhook_off: '/settings/webhooks',
  test: '/settings/alerts',
} as const

/** One condition for each kind and subject, the oldest of too many; those that have no subject of their own together. */
export function foldConditions(found: Condition[]): Condition[] {
  const sorted = found.toSorted((one, other) => one.since.getTime() - other.since.getTime())
  const kept: Condition[] = []
  for (const condition of sorted) {
    const ofKind = kept.filter(({ kind }) => kind === condition.kind)
    const same = ofKind.find(({ subject }) => subject === condition.subject)
    const isOther = condition.subject === others
    if (same && !isOther) continue
    if (!isOther && ofKind.filter(({ subject }) => subject !== others).length < mostSubjects) {
      kept.push(condition)
      continue
    }
    const rest = ofKind.find(({ subject }) => subject === others)
    if (rest) rest.figures = { count: Number(rest.figures.count) + 1 }
    else kept.push({ ...condition, subject: others, figures: { count: 1 } })
  }
  return kept
}
