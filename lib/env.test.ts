import { randomBytes } from 'node:crypto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { EnvError, readEnv, sourceOf } from './env'

const secret = 'Kq4vX0bW7tLr9sZc2mYh5nDe8jPa3fUg'
const account = { VITEC_USERNAME: 'partner', VITEC_PASSWORD: 'word' }
const live = {
  VITEC_BASE_URL: 'https://connect.example.com',
  PUBLIC_URL: 'https://leads.example.com',
  ...account,
}
const shared = { DATABASE_URL: 'postgresql://127.0.0.1/leads' }
const key = (id: string) => `${id}:${randomBytes(32).toString('base64')}`

describe('readEnv', () => {
  it.each([
    ['the sandbox on loopback', {}, 'open'],
    ['a sandbox that was asked to be closed', { REQUIRE_SIGN_IN: 'true' }, 'closed'],
    ['a sandbox that other machines reach', { HOST: '0.0.0.0', PUBLIC_URL: live.PUBLIC_URL }, 'closed'],
    ['live on loopback', live, 'closed'],
    ['a stand-in in another process', { VITEC_BASE_URL: 'http://127.0.0.1:4000' }, 'open'],
    ['a sandbox that this machine names itself', { PUBLIC_URL: 'http://localhost:3000' }, 'open'],
    ['a sandbox that others reach by a name', { PUBLIC_URL: live.PUBLIC_URL }, 'closed'],
    ['a sandbox behind a proxy', { TRUSTED_PROXIES: '127.0.0.1' }, 'closed'],
    [
      'a stand-in in another process behind a proxy',
      { VITEC_BASE_URL: 'http://127.0.0.1:4000', TRUSTED_PROXIES: '127.0.0.1' },
      'closed',
    ],
  ])('has %s, because only there nothing can be lost: %o is %s', (_, settings, access) => {
    expect(readEnv({ AUTH_SECRET: secret, ...settings })).toMatchObject({ access })
  })

  it.each([
    ['a sandbox with sign-in on a shared database', { REQUIRE_SIGN_IN: 'true', ...shared }, ['AUTH_SECRET']],
    ['an address beyond loopback', { HOST: '0.0.0.0', ...shared }, ['AUTH_SECRET', 'PUBLIC_URL']],
    ['live', { VITEC_BASE_URL: live.VITEC_BASE_URL, ...shared }, ['AUTH_SECRET', 'PUBLIC_URL']],
    ['a secret that can be tried out', { ...live, AUTH_SECRET: 'short' }, ['AUTH_SECRET']],
    ['retention off without a reason', { RETENTION_MONTHS: 'off' }, ['RETENTION_OFF_REASON']],
    [
      'a reason that says nothing',
      { RETENTION_MONTHS: 'off', RETENTION_OFF_REASON: 'because' },
      ['RETENTION_OFF_REASON'],
    ],
    [
      'a reason for what is not off',
      { RETENTION_OFF_REASON: 'The board has decided so in March.' },
      ['RETENTION_OFF_REASON', 'RETENTION_MONTHS'],
    ],
    [
      'a ledger that a restore takes back',
      { ERASURE_LEDGER: './data/database/erasures' },
      ['ERASURE_LEDGER'],
    ],
    ['backups in the folder of the database', { BACKUP_DIR: './data/database' }, ['BACKUP_DIR']],
    ['no backup kept', { BACKUP_KEEP: '0' }, ['BACKUP_KEEP']],
    [
      'a key for backups that anybody can encrypt with',
      { BACKUP_KEY: 'age1lggyhqrw2nlhcxprm67z43rta' },
      ['BACKUP_KEY'],
    ],
    ['a token for metrics that can be tried out', { METRICS_TOKEN: 'short' }, ['METRICS_TOKEN']],
    [
      'one that signs people in, too',
      { METRICS_TOKEN: secret, AUTH_SECRET: secret },
      ['METRICS_TOKEN', 'AUTH_SECRET'],
    ],
    ['one that no header takes', { METRICS_TOKEN: `${secret} ${secret}` }, ['METRICS_TOKEN']],
    ['retention of nothing', { RETENTION_MONTHS: '0' }, ['RETENTION_MONTHS']],
    ['a public address with a path', { PUBLIC_URL: 'https://leads.example.com/app' }, ['PUBLIC_URL']],
    ['one with a query', { PUBLIC_URL: 'https://leads.example.com?app' }, ['PUBLIC_URL']],
    ['one with a fragment', { PUBLIC_URL: 'https://leads.example.com#app' }, ['PUBLIC_URL']],
    [
      'one with a password, which is printed',
      { PUBLIC_URL: 'https://u:p@leads.example.com' },
      ['PUBLIC_URL'],
    ],
  ])('refuses to start with %s and names what is missing', (_, settings, names) => {
    const reading = () => readEnv(settings)
    expect(reading).toThrow(EnvError)
    for (const name of names) expect(reading).toThrow(name)
  })

  it.each([
    ['one of 31 characters', secret.slice(1)],
    ['one character again and again', 'x'.repeat(40)],
    ['one part again and again', 'abc123!'.repeat(8)],
    ['a run', 'abcdefghijklmnopqrstuvwxyz0123456789'],
    ['a placeholder', 'changeme-changeme-please-changeme-1'],
    ['another', 'replace-this-with-a-long-random-string'],
    ['another', 'your-super-secret-auth-secret-here-32-bytes'],
    ['another', 'better-auth-secret-12345678901234567890'],
    ['another', 'generate-a-strong-secret-here-please-123'],
    ['another', 'byt-ut-min-hemliga-nyckel-lead-api-2026'],
    ['the command that makes one', '<generate with openssl rand -base64 32>'],
    ['that command, and once more', 'openssl rand -base64 32 openssl rand -base64'],
  ])('takes no secret that can be guessed: %s', (_, AUTH_SECRET) => {
    const message = expect.stringMatching(/^AUTH_SECRET must be [^;\n]*$/)
    expect(() => readEnv({ AUTH_SECRET })).toThrow(expect.objectContaining({ message }))
  })

  it('takes a secret that was drawn at random, in hex or base64, and one that somebody has thought up', () => {
    for (let draw = 0; draw < 200; draw++)
      for (const form of ['hex', 'base64', 'base64url'] as const)
        expect(() => readEnv({ AUTH_SECRET: randomBytes(32).toString(form) })).not.toThrow()
    expect(() => readEnv({ AUTH_SECRET: 'a secret of somebody who wants his own' })).not.toThrow()
  })

  it('needs no secret where the database is its own, because it makes one and keeps it beside that', () => {
    expect(readEnv({ REQUIRE_SIGN_IN: 'true' })).toMatchObject({ access: 'closed' })
  })

  it('keeps personal data for two years unless somebody says otherwise, and for ever only with a reason', () => {
    expect(readEnv({})).toMatchObject({ RETENTION_MONTHS: 24 })
    expect(readEnv({ RETENTION_MONTHS: '6' })).toMatchObject({ RETENTION_MONTHS: 6 })
    const reason = 'The board has decided so in March.'
    expect(readEnv({ RETENTION_MONTHS: 'off', RETENTION_OFF_REASON: reason })).toMatchObject({
      RETENTION_MONTHS: 'off',
      RETENTION_OFF_REASON: reason,
    })
  })

  it.each([
    [
      'leads that everybody on the way can read',
      { VITEC_BASE_URL: 'http://connect.example.com' },
      'VITEC_BASE_URL',
    ],
    [
      'a password in an address, which is printed',
      { VITEC_BASE_URL: 'https://me:word@vitec.example.com' },
      'VITEC_BASE_URL',
    ],
    [
      'a sign-in that everybody on the way can read',
      { PUBLIC_URL: 'http://leads.example.com' },
      'PUBLIC_URL',
    ],
    ['half an account', { VITEC_USERNAME: '' }, 'VITEC_USERNAME'],
    ['no account and no way to set one', { VITEC_USERNAME: '', VITEC_PASSWORD: '' }, 'SECRETS_KEYS'],
    ['a key that is too short', { SECRETS_KEYS: '2026-1:c2hvcnQ=' }, 'SECRETS_KEYS'],
    [
      'a key that is one byte again and again',
      { SECRETS_KEYS: `1:${Buffer.alloc(32).toString('base64')}` },
      'SECRETS_KEYS',
    ],
    ['two keys of one name', { SECRETS_KEYS: `${key('1')},${key('1')}` }, 'SECRETS_KEYS'],
  ])('refuses to start live with %s', (_, settings, name) => {
    const reading = () => readEnv({ ...live, AUTH_SECRET: secret, ...settings })
    expect(reading).toThrow(EnvError)
    expect(reading).toThrow(name)
  })

  const webhookSecret = (bytes = 32) => `whsec_${randomBytes(bytes).toString('base64')}`
  const hook = {
    ALERT_WEBHOOK_URL: 'https://hooks.example.com/a?room=1',
    ALERT_WEBHOOK_SECRET: webhookSecret(),
  }
  const mail = { SMTP_URL: 'smtp://u:p%40w@mail.example.com:587', MAIL_FROM: 'leads@example.com' }

  it('tells alerts by webhook and mail, with the secrets of before and after a change', () => {
    const [older, newer] = [webhookSecret(), webhookSecret(24)]
    const to = { ALERT_EMAIL_TO: 'ops@example.com, night@example.com' }
    expect(readEnv({ ...hook, ALERT_WEBHOOK_SECRET: `${newer} ${older}`, ...mail, ...to })).toMatchObject({
      ALERT_WEBHOOK_SECRET: [newer, older],
      ALERT_EMAIL_TO: ['ops@example.com', 'night@example.com'],
      ALERT_WAITING_MINUTES: 30,
      ALERT_DISK_FREE_PERCENT: 10,
    })
    const near = { ...hook, ALERT_WEBHOOK_URL: 'http://127.0.0.1:9/' }
    expect(() => readEnv(near)).not.toThrow()
    expect(() => readEnv({ ...live, AUTH_SECRET: secret, ...near })).toThrow('ALERT_WEBHOOK_URL')
  })

  it.each([
    ['alerts that nobody can verify', { ...hook, ALERT_WEBHOOK_SECRET: '' }, 'ALERT_WEBHOOK_SECRET'],
    ['a secret for nothing', { ALERT_WEBHOOK_SECRET: hook.ALERT_WEBHOOK_SECRET }, 'ALERT_WEBHOOK_SECRET'],
    ['a secret of ten bytes', { ...hook, ALERT_WEBHOOK_SECRET: webhookSecret(10) }, 'ALERT_WEBHOOK_SECRET'],
    [
      'one that is a byte again and again',
      { ...hook, ALERT_WEBHOOK_SECRET: `whsec_${btoa('x'.repeat(32))}` },
      'whsec_',
    ],
    [
      'a webhook in the open',
      { ...hook, ALERT_WEBHOOK_URL: 'http://hooks.example.com/' },
      'ALERT_WEBHOOK_URL',
    ],
    [
      'a password in its address',
      { ...hook, ALERT_WEBHOOK_URL: 'https://u:p@hooks.example.com/' },
      'ALERT_WEBHOOK_URL',
    ],
    ['alerts by mail without a mail server', { ALERT_EMAIL_TO: 'ops@example.com' }, 'SMTP_URL'],
    ['no address that mail comes from', { SMTP_URL: mail.SMTP_URL }, 'MAIL_FROM'],
    [
      'a mail server for settings of its library',
      { ...mail, SMTP_URL: `${mail.SMTP_URL}?logger=true` },
      'SMTP_URL',
    ],
    ['a password that cannot be read', { ...mail, SMTP_URL: 'smtp://u:100%@mail.example.com' }, 'SMTP_URL'],
    ['a user without a password', { ...mail, SMTP_URL: 'smtp://u@mail.example.com' }, 'SMTP_URL'],
    [
      'a second header in an address',
      { ...mail, MAIL_FROM: 'a@example.com\r\nBcc: b@example.com' },
      'MAIL_FROM',
    ],
    ['no addresses', { ...mail, ALERT_EMAIL_TO: ' , ' }, 'ALERT_EMAIL_TO'],
  ])('refuses to start with %s', (_, settings, name) => {
    const reading = () => readEnv(settings)
    expect(reading).toThrow(EnvError)
    expect(reading).toThrow(name)
    expect(reading).not.toThrow(/p%40w|room=1/)
  })

  it('never repeats a value that was wrong, because it may be a secret and the message is printed', () => {
    const wrong = {
      SECRETS_KEYS: 'geheim',
      AUTH_SECRET: 'geheim',
      DATABASE_URL: 'geheim',
      VITEC_BASE_URL: 'geheim',
    }
    expect(() => readEnv(wrong)).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('geheim') }),
    )
  })

  it('starts live with accounts of the customers alone, and takes several keys, the first for new secrets', () => {
    const keys = { SECRETS_KEYS: ` ${key('2026-2')} , ${key('2026-1')}` }
    const env = readEnv({ ...live, AUTH_SECRET: secret, VITEC_USERNAME: '', VITEC_PASSWORD: '', ...keys })
    expect(env).toMatchObject({ mode: 'live', SECRETS_KEYS: [{ id: '2026-2' }, { id: '2026-1' }] })
  })
})

describe('where a setting comes from', () => {
  afterEach(() => {
    vi.unstubAllEnvs()
    globalThis.leadApiSetOutside = undefined
  })

  it('is the environment, .env where that had to be read for it, or neither where it is empty', () => {
    vi.stubEnv('PORT', '4000')
    vi.stubEnv('LOG_LEVEL', 'warn')
    vi.stubEnv('HOST', '')
    globalThis.leadApiSetOutside = new Set(['PORT', 'HOST'])
    expect((['PORT', 'LOG_LEVEL', 'HOST', 'VITEC_TIMEOUT_S'] as const).map(sourceOf)).toEqual([
      ...['environment', 'file', 'default', 'default'],
    ])
  })

  it('is the environment where no .env was read, as in a test', () => {
    vi.stubEnv('PORT', '4000')
    expect(sourceOf('PORT')).toBe('environment')
  })
})
