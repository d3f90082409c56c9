import 'server-only'
import { hostname } from 'node:os'
import { dirname } from 'node:path'
import type { Condition } from '@/lib/alerts/alert'
import { createEmailChannel, createWebhookChannel } from '@/lib/alerts/channels/create-channels'
import { createAlertStore } from '@/lib/alerts/store/create-alert-store'
import type { AlertPlace } from '@/lib/alerts/store/find-conditions'
import { createAlerts } from '@/lib/alerts/watch-alerts'
import type { Database } from '@/lib/db/open-database'
import type { Env } from '@/lib/env'
import type { SendMail } from '@/lib/mail/mail'
import { mailHost } from '@/lib/mail/smtp/send-by-smtp'
import { freeDisk } from '@/lib/system/store/create-system-store'
import { askFolder } from '@/lib/time/in-time'
import { ownUrl } from './from-env'

/** Alerts, as the settings say what is looked for and where it is told. `send`: by mail, where there is a mail server. */
export function createAlertServices(
  env: Env,
  { prisma }: Pick<Database, 'prisma'>,
  { place, send }: { place: AlertPlace; send: SendMail | null },
) {
  const publicUrl = ownUrl(env)
  const { ALERT_WEBHOOK_URL: url, ALERT_WEBHOOK_SECRET: secrets, ALERT_EMAIL_TO: to, SMTP_URL } = env
  const webhook = url && secrets ? createWebhookChannel({ url, secrets, publicUrl }) : null
  const email = to && send ? createEmailChannel({ to, send, publicUrl }) : null
  return createAlerts({
    store: createAlertStore(prisma, place),
    limits: {
      waitingMinutes: env.ALERT_WAITING_MINUTES,
      retentionMonths: env.RETENTION_MONTHS === 'off' ? null : env.RETENTION_MONTHS,
      hasBackups: env.BACKUP_DIR !== undefined,
    },
    channels: [webhook, email].flatMap((channel) => channel ?? []),
    shown: {
      webhook: webhook && url ? { host: new URL(url).host } : null,
      email: email && to && SMTP_URL ? { host: mailHost(SMTP_URL), addresses: to.length } : null,
    },
    lookHere: () => lookAtDisks(env),
  })
}

/** The folders that fill up: the data, the ledger of erasures, the backups. */
async function lookAtDisks(
  env: Pick<Env, 'DATA_DIR' | 'ERASURE_LEDGER' | 'BACKUP_DIR' | 'ALERT_DISK_FREE_PERCENT'>,
): Promise<Omit<Condition, 'since'>[]> {
  const { DATA_DIR, ERASURE_LEDGER, BACKUP_DIR, ALERT_DISK_FREE_PERCENT: least } = env
  const folders = [
    DATA_DIR,
    ...(ERASURE_LEDGER ? [dirname(ERASURE_LEDGER)] : []),
    ...(BACKUP_DIR ? [BACKUP_DIR] : []),
  ]
  const percents = await Promise.all(folders.map(freePercent))
  const lowest = Math.min(...percents.flatMap((percent) => percent ?? []), 100)
  if (lowest >= least) return []
  return [{ kind: 'disk_low', subject: hostname(), figures: { percent: lowest } }]
}

/** In ms: how long a disk is waited for. One of a network may hang, and all the rest is to be looked for meanwhile. */
const diskLimitMs = 3_000

/** How much of a folder's disk we may still fill, in whole percent; `null` where that cannot be told. */
async function freePercent(folder: string): Promise<number | null> {
  const disk = await askFolder(folder, diskLimitMs, () => freeDisk(folder)).catch(() => null)
  return disk && disk.totalBytes > 0 ? Math.floor((disk.freeBytes / disk.totalBytes) * 100) : null
}
