import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export const mailPassword = 'a password with @ and å'

/** A mail as a server got it: `text` is its body, unpacked. */
type TakenMail = { from: string; to: string[]; user: string; secure: boolean; headers: string; text: string }

export type MailServerOptions = {
  /** The address that there is no mailbox for. */
  refuses?: string
  /** Whether it never answers once it has a mail. */
  hangs?: boolean
  offersTls?: boolean
  tls?: { cert: string; key: string }
  /** Whether it takes passwords over TLS alone. */
  needsTls?: boolean
  /** Of each mail in turn, whether it is taken; all of them by default. */
  takes?: () => boolean
}

/** A real SMTP server on loopback, which takes mail from one user. */
export async function openMailServer(options: MailServerOptions = {}) {
  const mails: TakenMail[] = []
  const passwords: string[] = []
  const { tls, refuses, hangs = false, needsTls = false, takes = () => true } = options
  const offersTls = options.offersTls ?? tls !== undefined
  const server: SMTPServer = new SMTPServer({
    ...tls,
    ...(offersTls ? {} : { hideSTARTTLS: true, disabledCommands: ['STARTTLS'] }),
    allowInsecureAuth: !needsTls,
    authMethods: ['PLAIN', 'LOGIN'],
    logger: false,
    onAuth({ username, password }, _, done) {
      passwords.push(password ?? '')
      const isRight = username === 'leads' && password === mailPassword
      if (isRight) done(null, { user: 'leads' })
      else done(Object.assign(new Error('Invalid'), { responseCode: 535 }))
    },
    onRcptTo({ address }, _, done) {
      if (address === refuses) done(Object.assign(new Error('No mailbox'), { responseCode: 550 }))
      else done()
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        if (hangs) return
        if (!takes()) return done(Object.assign(new Error('Try again'), { responseCode: 451 }))
        const { mailFrom, rcptTo } = session.envelope
        const [headers = '', ...body] = Buffer.concat(chunks).toString('utf8').split('\r\n\r\n')
        mails.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          user: session.user ?? '',
          secure: session.secure,
          headers: headers.replace(/\r\n[ \t]+/g, ' '),
          text: unpacked(body.join('\r\n\r\n')),
        })
        done()
      })
    },
  })
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // A server that listens on TCP has an address of this type; the others are for pipes and closed servers.
  const { port } = server.server.address() as AddressInfo
  const url = `smtp://leads:${encodeURIComponent(mailPassword)}@127.0.0.1:${port}`
  return { url, mails, passwords, close: () => new Promise<void>((resolve) => void server.close(resolve)) }
}

/** A body as it was before it was made fit for lines of 76 letters: quoted-printable, or base64 in whole lines. */
function unpacked(body: string): string {
  return body
    .split(/\r\n--/)
    .map((part) => {
      const [head = '', ...rest] = part.split('\r\n\r\n')
      const text = rest.join('\r\n\r\n')
      if (/transfer-encoding: base64/i.test(head)) return Buffer.from(text, 'base64').toString('utf8')
      if (!/transfer-encoding: quoted-printable/i.test(head)) return text
      const bytes = text
        .replace(/=\r\n/g, '')
        .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
      return Buffer.from(bytes, 'latin1').toString('utf8')
    })
    .join('\n')
}
