import { Webhook } from 'standardwebhooks'
import { alertPath, others } from '@/lib/alerts/alert'
import type { Channel, ClaimedNotice } from '@/lib/alerts/alert-store'
import { type SendMail, type WrittenMail, writeMail } from '@/lib/mail/mail'
import { inBothLanguages, type MailWords } from '@/lib/mail/mail-words'
import { writtenTime } from '@/lib/time/written-time'
import { signedHeaders } from '@/lib/webhooks/receiver/call-receiver'

/** `secrets`: whsec_…, several while one is replaced. `timeoutMs`: of everything from DNS to the answer's headers. */
type WebhookSettings = { url: string; secrets: string[]; publicUrl: string; timeoutMs?: number }

/**
 * Tells by a POST that is signed as Standard Webhooks says, under an id that is the same at each try. What is answered is
 * judged by its status alone: none of its body is read, and a redirect is not followed, because what is signed for one
 * receiver is not for another.
 */
export function createWebhookChannel({
  url,
  secrets,
  publicUrl,
  timeoutMs = 10_000,
}: WebhookSettings): Channel {
  const signers = secrets.map((secret) => new Webhook(secret))
  return {
    name: 'webhook',
    atOnce: 1,
    async tell([notice]) {
      if (!notice) return { told: true, code: '' }
      const body = JSON.stringify(alertPayload(notice, publicUrl))
      try {
        const answer = await fetch(url, {
          method: 'POST',
          redirect: 'manual',
          signal: AbortSignal.timeout(timeoutMs),
          headers: signedHeaders({ id: notice.id, body, signers }),
          body,
        })
        // Lets the connection go, whatever else comes.
        await answer.body?.cancel().catch(() => undefined)
        return { told: answer.ok, code: `${answer.status}` }
      } catch (error) {
        return { told: false, code: codeOf(error) }
      }
    },
  }
}

/** Why there was no answer: Node's code, which fetch hides in a cause. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'UNKNOWN'
  if (error.name === 'TimeoutError') return 'TIMEOUT'
  const { cause } = error
  const inner = cause instanceof AggregateError ? cause.errors[0] : cause
  return inner instanceof Error && 'code' in inner ? String(inner.code) : error.name
}

type EmailSettings = { to: string[]; publicUrl: string; send: SendMail }

/** Tells by mail, all that is due in one. */
export function createEmailChannel({ to, publicUrl, send }: EmailSettings): Channel {
  return {
    name: 'email',
    atOnce: 20,
    async tell(notices) {
      const { sent, code } = await send(to, alertMail(notices, publicUrl), notices[0]?.id ?? '')
      return { told: sent, code }
    },
  }
}

/** What a webhook says, as JSON: ids, codes, numbers and a link. Times are ISO 8601 in UTC. */
function alertPayload(notice: ClaimedNotice, publicUrl: string) {
  const { news, alertId, kind, subject, customer, since, endedAt, figures } = notice
  return {
    type: `alert.${news}`,
    timestamp: (endedAt ?? since).toISOString(),
    data: {
      id: alertId,
      kind,
      since: since.toISOString(),
      ended: endedAt?.toISOString() ?? null,
      ...(customer !== null && { customer_id: customer }),
      ...(kind === 'maybe_twice' && subject !== others && { lead_id: subject }),
      ...(kind === 'disk_low' && { host: subject }),
      figures,
      link: `${publicUrl}${alertPath(notice)}`,
    },
  }
}

/** One mail for all news that is due at a time: many customers that pause together are one mail. */
function alertMail(notices: ClaimedNotice[], publicUrl: string): WrittenMail {
  const [first] = notices
  const link = `${publicUrl}${first && notices.length === 1 ? alertPath(first) : '/settings/alerts'}`
  return writeMail(
    inBothLanguages(
      (t) =>
        first && notices.length === 1
          ? headline(t, first)
          : t('alerts.mail.several', { count: notices.length }),
      (t) => ({
        lines: notices.map((notice) => paragraph(t, notice)),
        link: { text: t('alerts.mail.action'), href: link },
      }),
    ),
  )
}

function headline(t: MailWords, { news, kind }: ClaimedNotice): string {
  if (news === 'test') return t('alerts.mail.test')
  return t(`alerts.mail.${news}`, { what: t(`alerts.kind.${kind}`) })
}

function paragraph(t: MailWords, notice: ClaimedNotice): string {
  const { news, kind, subject, customer, since, endedAt, figures } = notice
  if (news === 'test') return t('alerts.mail.testMeaning')
  const from = writtenTime(since.toISOString(), 'minute')
  const times = endedAt
    ? t('alerts.mail.fromTo', { from, to: writtenTime(endedAt.toISOString(), 'minute') })
    : t('alerts.mail.since', { from })
  const about = customer ?? (kind === 'disk_low' || kind === 'maybe_twice' ? subject : '')
  return [
    `${headline(t, notice)}${about && about !== others ? ` (${about})` : ''}`,
    t(`alerts.meaning.${kind}`),
    ...(typeof figures.leads === 'number' ? [t('alerts.leads', { count: figures.leads })] : []),
    times,
  ].join('\n')
}
