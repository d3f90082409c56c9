import { createTransport } from 'nodemailer'
import { isLoopback } from '@/lib/environments/environment'
import type { SendMail } from '@/lib/mail/mail'

/** Where mail goes and comes from, as the settings say: SMTP_URL and MAIL_FROM. */
export type SmtpSettings = {
  url: string
  from: string
  /** Whether a server that offers no TLS is refused; by default one beyond loopback is. */
  requireTls?: boolean
  /** In ms, of everything from DNS to the server's last word. */
  timeoutMs?: number
  /** Authorities to believe besides the usual, in PEM. */
  ca?: string
}

const usualTimeoutMs = 10_000
/** One address and nothing else: no name, no second one, no line end. */
const plainAddress = /^[^\s<>,;:()[\]\\"@\p{Cc}]+@[^\s<>,;:()[\]\\"@\p{Cc}]+$/u

/**
 * {@link SendMail} by SMTP, over a connection of its own for each mail. Passwords and mail go in the open to loopback only:
 * a server elsewhere has to offer TLS, with a certificate that is vouched for.
 */
export function createSendBySmtp(settings: SmtpSettings): SendMail {
  const { from, timeoutMs = usualTimeoutMs } = settings
  const { hostname, port, secure, auth, tls } = connectionOf(settings)
  return async (to, { subject, text, html }, id) => {
    if (![...to, from].every((address) => plainAddress.test(address)))
      return { sent: false, code: 'EADDRESS' }
    const transport = createTransport({
      host: hostname,
      port,
      secure,
      ...tls,
      ...(auth && { auth }),
      connectionTimeout: timeoutMs,
      greetingTimeout: timeoutMs,
      socketTimeout: timeoutMs,
      dnsTimeout: timeoutMs,
      disableFileAccess: true,
      disableUrlAccess: true,
    })
    try {
      const { response } = await transport.sendMail({
        envelope: { from, to },
        from: { name: 'Lead API', address: from },
        to,
        subject,
        text,
        html,
        messageId: `<${id}@${from.split('@')[1] ?? 'localhost'}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
        // The limits above are each of a step: a server that drips its answers would be waited for without end.
        signal: AbortSignal.timeout(timeoutMs),
      })
      return { sent: true, code: /^\d{3}/.exec(response)?.[0] ?? '250' }
    } catch (error) {
      return { sent: false, code: codeOf(error) }
    } finally {
      transport.close()
    }
  }
}

/** The mail server as it may be shown: without its user and password. */
export const mailHost = (url: string): string => new URL(url).hostname

function connectionOf({ url, requireTls, ca }: SmtpSettings) {
  const { protocol, hostname, port, username, password } = new URL(url)
  const secure = protocol === 'smtps:'
  const isNear = isLoopback(hostname)
  const needsTls = requireTls ?? !isNear
  return {
    hostname: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port || (secure ? 465 : 587)),
    secure,
    auth: username === '' ? null : { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    tls: {
      requireTLS: needsTls && !secure,
      ignoreTLS: !needsTls && !secure,
      ...(ca !== undefined && { tls: { ca } }),
    },
  }
}

/** The server's reply by its number, else nodemailer's or Node's code. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'UNKNOWN'
  if ('responseCode' in error && typeof error.responseCode === 'number') return `${error.responseCode}`
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name
  return code === 'EABORT' ? 'ETIMEDOUT' : code
}
