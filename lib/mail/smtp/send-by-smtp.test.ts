import { createServer } from 'node:net'
import { describe, expect, it } from 'vitest'
import { writeMail } from '@/lib/mail/mail'
import { startMailServer } from '@/test/support/mail/start-mail-server'
import { listen } from '@/test/support/vitec/local-server'
import { selfSigned } from '@/test/support/vitec/self-signed'
import { createSendBySmtp } from './send-by-smtp'

const from = 'leads@example.com'
const mail = writeMail({
  subject: 'Larm: kund pausad',
  parts: [{ lines: ['Hej å ä ö'], link: { text: 'Öppna', href: 'https://leads.example.com/customers' } }],
})

describe('a mail', () => {
  it('comes as it was written, in text and in HTML, with an id that is the same at each try', async () => {
    const server = await startMailServer()
    const send = createSendBySmtp({ url: server.url, from })
    expect(await send(['anna@example.com'], mail, 'a-1')).toEqual({ sent: true, code: '250' })
    const [got] = server.mails
    expect(got).toMatchObject({ from, to: ['anna@example.com'], user: 'leads' })
    expect(got?.headers).toMatch(/^Message-ID: <a-1@example\.com>$/im)
    expect(got?.headers).toMatch(/^Content-Type: multipart\/alternative/im)
    expect(got?.text).toContain('Hej å ä ö')
    expect(got?.text).toContain('href="https://leads.example.com/customers"')
  })

  it.each([
    ['a recipient', { to: 'bo@example.com\r\nBcc: eve@example.com', subject: 'x', from }],
    ['a second recipient in one', { to: 'bo@example.com, eve@example.com', subject: 'x', from }],
    ['the sender', { to: 'bo@example.com', subject: 'x', from: 'leads@example.com\nBcc: eve@example.com' }],
  ])('is not sent where %s would write a header of its own', async (_, { to, subject, from }) => {
    const server = await startMailServer()
    const result = await createSendBySmtp({ url: server.url, from })([to], { ...mail, subject }, 'a-1')
    expect(result).toEqual({ sent: false, code: 'EADDRESS' })
    expect(server.mails).toEqual([])
  })

  it('has one subject, whatever names a person or a customer chose: a line end in one begins no header', async () => {
    const server = await startMailServer()
    const name = 'Eve\r\nBcc: eve@example.com\r\n\r\n<b>hello</b>\u2028X-Other: 1'
    const written = writeMail({ subject: `Inbjudan från ${name}`, parts: [{ lines: [name], link: null }] })
    for (const subject of [written.subject, `raw ${name}`])
      await createSendBySmtp({ url: server.url, from })(['bo@example.com'], { ...written, subject }, 'a-1')
    expect(server.mails).toHaveLength(2)
    for (const { to, headers } of server.mails) {
      expect(to).toEqual(['bo@example.com'])
      expect(headers).not.toMatch(/^(bcc|x-other):/im)
    }
    expect(written.html).not.toContain('<b>')
  })
})

describe('a mail that is not taken is a code, not an error', () => {
  const send = (url: string, more: object = {}) =>
    createSendBySmtp({ url, from, timeoutMs: 1_000, ...more })(['anna@example.com'], mail, 'a-1')

  it('by a server that is away', async () => {
    expect(await send('smtp://127.0.0.1:1')).toEqual({ sent: false, code: 'ESOCKET' })
  })

  it('by one that refuses the password', async () => {
    const server = await startMailServer()
    expect(await send(server.url.replace(/:[^:@]+@/, ':wrong@'))).toEqual({ sent: false, code: '535' })
  })

  it('by one that refuses the recipient', async () => {
    const server = await startMailServer({ refuses: 'anna@example.com' })
    expect(await send(server.url)).toEqual({ sent: false, code: '550' })
  })

  it('by one that hangs after it has all of it, within the time that a caller waits', async () => {
    const server = await startMailServer({ hangs: true })
    expect(await send(server.url, { timeoutMs: 300 })).toEqual({ sent: false, code: 'ETIMEDOUT' })
  })

  it('by one that drips its greeting for ever', async () => {
    const place = await listen(
      createServer((socket) => {
        const drip = setInterval(() => socket.write('220-wait\r\n'), 50)
        socket.on('close', () => clearInterval(drip))
      }),
    )
    expect(await send(`smtp://${place}`, { timeoutMs: 400 })).toEqual({ sent: false, code: 'ETIMEDOUT' })
  })

  it('by one that offers no TLS where TLS is needed: the password would go in the open', async () => {
    const server = await startMailServer({ offersTls: false })
    const result = await send(server.url, { requireTls: true })
    expect(result).toMatchObject({ sent: false })
    expect(server.mails).toEqual([])
    expect(server.passwords).toEqual([])
  })

  it('by one whose certificate nobody vouches for, unless it is told to be believed', async () => {
    const own = selfSigned()
    const server = await startMailServer({ tls: own })
    const url = server.url.replace('127.0.0.1', 'localhost')
    expect(await send(url, { requireTls: true })).toMatchObject({ sent: false })
    expect(server.passwords).toEqual([])
    expect(await send(url, { requireTls: true, ca: own.cert })).toEqual({ sent: true, code: '250' })
    expect(server.mails[0]?.secure).toBe(true)
  })

  it('by one that takes passwords over TLS alone, from a client that was told to go without', async () => {
    const server = await startMailServer({ tls: selfSigned(), needsTls: true })
    expect(await send(server.url)).toEqual({ sent: false, code: '538' })
  })
})
