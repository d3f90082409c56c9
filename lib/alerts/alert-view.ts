import { z } from 'zod'
import { alertKinds, channelNames, figuresSchema } from './alert'

/** `code`: the HTTP status or the SMTP reply, or why there was none. */
export const noticeTrySchema = z.object({ at: z.iso.datetime(), code: z.string() })
export type NoticeTry = z.infer<typeof noticeTrySchema>

/** News about an alert on one channel. Times are ISO 8601 in UTC. */
const alertNoticeSchema = z.object({
  id: z.uuid(),
  channel: z.enum(channelNames),
  news: z.enum(['raised', 'recovered', 'test']),
  state: z.enum(['waiting', 'told', 'dropped', 'given_up']),
  nextAt: z.iso.datetime().nullable(),
  tries: z.array(noticeTrySchema),
})
export type AlertNotice = z.infer<typeof alertNoticeSchema>

export const alertViewSchema = z.object({
  id: z.uuid(),
  kind: z.enum(alertKinds),
  /** Vitec's id of a customer on our own list; `null` for another, which may be anything, and for what is of no customer. */
  customer: z.string().nullable(),
  subject: z.string(),
  since: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  figures: figuresSchema,
  notices: z.array(alertNoticeSchema),
})
export type AlertView = z.infer<typeof alertViewSchema>

/** Where alerts are told: the host of the webhook, the mail server and how many addresses. `null`: not there. */
export const channelsViewSchema = z.object({
  webhook: z.object({ host: z.string() }).nullable(),
  email: z.object({ host: z.string(), addresses: z.number().int() }).nullable(),
})
export type ChannelsView = z.infer<typeof channelsViewSchema>

export const alertsViewSchema = z.object({
  open: z.array(alertViewSchema),
  /** Those that are over, the newest first. */
  recent: z.array(alertViewSchema),
  channels: channelsViewSchema,
})
export type AlertsView = z.infer<typeof alertsViewSchema>
