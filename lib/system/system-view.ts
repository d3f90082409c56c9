import { z } from 'zod'
import { alertKinds } from '@/lib/alerts/alert'
import { sendingHoldSchema } from '@/lib/sending/sending-hold'
import { scheduledRunSchema } from './scheduled-run'

const moment = z.iso.datetime()
const count = z.number().int()

/** Where a setting comes from: the environment that the process was started in, `.env`, or neither. */
export const settingSources = ['environment', 'file', 'default'] as const

/** A setting by its name. `value` is `null` where it is not set, or not to be shown; `isSet` tells which. */
const shownSettingSchema = z.object({
  name: z.string(),
  isSet: z.boolean(),
  value: z.string().nullable(),
  source: z.enum(settingSources),
})
export type ShownSetting = z.infer<typeof shownSettingSchema>

/** How the calls to Vitec of a day went. Times are in ms; `null` where there was no call. */
const callsSchema = z.object({
  /** The day in Stockholm, by the database's clock: `YYYY-MM-DD`. */
  day: z.iso.date(),
  calls: count,
  delivered: count,
  doubts: count,
  p50: z.number().nullable(),
  p95: z.number().nullable(),
  /** It was more than is looked at: this is of the newest. */
  isPart: z.boolean(),
})
export type Calls = z.infer<typeof callsSchema>

const backupSchema = z.object({ at: moment, bytes: z.number().nullable(), failure: z.string().nullable() })

const backupsSchema = z.object({
  lastVerified: backupSchema.nullable(),
  lastFailed: backupSchema.nullable(),
})
export type Backups = z.infer<typeof backupsSchema>

/** An alert that is not over. What it is about stands with the alert itself: it may be a stranger's word. */
const openAlertSchema = z.object({ id: z.uuid(), kind: z.enum(alertKinds), since: moment })

/** What only the database can tell. Sizes are in bytes. */
const databaseFactsSchema = z.object({
  now: moment,
  server: z.string(),
  bytes: z.number(),
  /** What tells it from a copy: lib/environments/store/marks.ts. */
  marks: z.array(z.object({ name: z.string(), value: z.string() })),
  marksSince: moment.nullable(),
  runs: z.array(scheduledRunSchema),
  backups: backupsSchema,
  calls: callsSchema,
  hold: sendingHoldSchema.pick({ since: true, reason: true }).nullable(),
  /** The newest of those that are open, and how many there are. */
  alerts: z.object({ open: count, newest: z.array(openAlertSchema) }),
})
export type DatabaseFacts = z.infer<typeof databaseFactsSchema>

/** What a process knows of itself without asking anybody. */
const ownFactsSchema = z.object({
  version: z.string(),
  mode: z.enum(['sandbox', 'live']),
  access: z.enum(['open', 'closed']),
  /** Where leads are sent from here. */
  environment: z.string(),
  instance: z.object({ id: z.string(), startedAt: moment, node: z.string() }),
  /** `place` without credentials; `null` of the embedded one, which is where the setting `DATA_DIR` says. */
  database: z.object({ kind: z.enum(['embedded', 'postgres']), place: z.string().nullable() }),
  limits: z.object({
    atOnce: count,
    perSecond: count,
    timeoutS: count,
    addressPerMinute: count,
    /** How many months leads keep their persons; `null` for ever. */
    retentionMonths: count.nullable(),
  }),
  settings: z.array(shownSettingSchema),
})
export type OwnFacts = z.infer<typeof ownFactsSchema>

/** How the service is, for an administrator: ids, numbers and codes; no secret, and nothing of a person. */
export const systemViewSchema = ownFactsSchema.extend({
  readAt: moment,
  disk: z.object({ freeBytes: z.number(), totalBytes: z.number() }).nullable(),
  /** `null` while the database does not answer. */
  facts: databaseFactsSchema.nullable(),
})
export type SystemView = z.infer<typeof systemViewSchema>

/** Settings that an administrator has to know and that may name somebody: folders, and who mail comes from. */
const onlyShown = ['DATA_DIR', 'ERASURE_LEDGER', 'BACKUP_DIR', 'MAIL_FROM']

/**
 * As a text to send, a line for each thing: `database.kind: embedded`. All of it but what may name somebody. In English whatever the page's language,
 * because those who are asked for help look for these words in the source.
 */
export function supportText(view: SystemView): string {
  const settings = view.settings.map((setting) =>
    onlyShown.includes(setting.name) ? { ...setting, value: null } : setting,
  )
  return linesOf('', { ...view, settings }).join('\n')
}

function linesOf(path: string, value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [`${path}: ${value ?? '-'}`]
  const name = 'name' in value && typeof value.name === 'string' ? value.name : null
  return Object.entries(value).flatMap(([key, part]) => {
    if (name !== null && key === 'name') return []
    const known = Array.isArray(value) && typeof part === 'object' && part !== null && 'name' in part
    const step = known ? String(part.name) : key
    return linesOf(path === '' ? step : `${path}.${step}`, part)
  })
}
