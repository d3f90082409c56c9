import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shortestAlone } from './credential-forms'
import { withoutCredentials } from './without-credentials'

const accounts = [
  { username: 'lead-api', password: 'hunter2-hunter2' },
  { username: 'användare', password: 'Lösen "ord" & <så> 100% \\ /' },
  { username: 'k', password: 'å'.repeat(7) },
  { username: 'x', password: 'Sjätte+/=_-' },
]

const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16()
const escapedAll = (text: string, write: (character: string) => string) => [...text].map(write).join('')
const percent = (text: string) =>
  [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')

/** Ways in which an answer may write a text. */
const ways: Record<string, (text: string) => string | Buffer> = {
  'as it is': (text) => text,
  'in base64': (text) => Buffer.from(text).toString('base64'),
  'in base64 without what fills it up': (text) => Buffer.from(text).toString('base64').replace(/=+$/, ''),
  'in the base64 of addresses': (text) => Buffer.from(text).toString('base64url'),
  'in base64 that an address escapes': (text) => encodeURIComponent(Buffer.from(text).toString('base64')),
  'in base64 of UTF-16': (text) => Buffer.from(text, 'utf16le').toString('base64'),
  'in base64 with line breaks': (text) => Buffer.from(text).toString('base64').replace(/.{5}/g, '$&\r\n'),
  'within a text in base64': (text) => Buffer.from(`{"password":"${text}"}`).toString('base64'),
  'within one, a place on': (text) => Buffer.from(`{"password": "${text}"} `).toString('base64'),
  'within one, two places on': (text) => Buffer.from(`{ "password": "${text}"}  `).toString('base64'),
  'escaped for an address': encodeURIComponent,
  'escaped for an address, every byte': percent,
  'as a form': (text) => new URLSearchParams({ text }).toString().slice('text='.length),
  'escaped for JSON': (text) => JSON.stringify(text).slice(1, -1),
  'escaped for JSON, every character': (text) =>
    escapedAll(text, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`),
  'escaped for HTML': (text) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;'),
  'escaped for HTML, every character': (text) =>
    escapedAll(text, (character) => `&#${character.codePointAt(0)};`),
  'escaped for HTML in hexadecimal': (text) =>
    escapedAll(text, (character) => `&#x${character.codePointAt(0)?.toString(16)};`),
  'escaped for HTML within JSON': (text) =>
    JSON.stringify(text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')),
  'in hexadecimal': (text) => Buffer.from(text).toString('hex'),
  'in capital hexadecimal': (text) => Buffer.from(text).toString('hex').toUpperCase(),
  'in hexadecimal as .NET writes it': (text) =>
    Buffer.from(text)
      .toString('hex')
      .toUpperCase()
      .replace(/..(?=.)/g, '$&-'),
  'in UTF-16': (text) => Buffer.from(text, 'utf16le'),
  'in UTF-16, high bytes first': utf16be,
  'in Latin-1': (text) => Buffer.from(text, 'latin1'),
}

describe.each(Object.entries(ways))('credentials %s', (way, write) => {
  it.each(accounts)(
    'of $username are taken out, together and the password alone, and nothing else',
    (account) => {
      const { username, password } = account
      for (const secret of [`${username}:${password}`, password]) {
        const written = Buffer.from(write(secret))
        const answer = Buffer.concat([Buffer.from('Who is <'), written, Buffer.from('>? Not us.')])
        const left = withoutCredentials(account)(answer)
        expect(left.toString('latin1')).toMatch(/^Who is <.*\*\*\*.*>\? Not us\.$/s)
        expect(left.includes(written)).toBe(false)
        // Within a longer text in base64 the rest of that stays.
        if (!way.startsWith('within')) expect(left.toString('latin1')).toMatch(/<["\s\0]*\*\*\*["\s\0]*>/)
      }
    },
  )
})

describe('an answer of Vitec’s', () => {
  const take = (account: { username: string; password: string }, text: string) =>
    withoutCredentials(account)(Buffer.from(text)).toString()

  it('is as it was where it has no credentials', () => {
    const text = 'Förnamn saknas: &quot;x&quot; %20 \\u00e5 \0'
    for (const account of accounts) expect(take(account, text)).toBe(text)
  })

  it('stays readable with a short password, which alone is found in ordinary words', () => {
    const account = { username: 'lead-api', password: 'lead' }
    expect(account.password.length).toBeLessThan(shortestAlone)
    expect(take(account, 'The lead is invalid. lead-api:lead')).toBe('The lead is invalid. ***')
    expect(take(account, `Basic ${Buffer.from('lead-api:lead').toString('base64')}`)).toBe('Basic ***')
  })

  it('stays JSON with a password of digits, and keeps the numbers that it is only a part of', () => {
    const account = { username: 'lead-api', password: '1234567' }
    expect(take(account, '{"id":12345678,"pin":1234567,"text":"1234567"}')).toBe(
      '{"id":12345678,"pin":0,"text":"0"}',
    )
  })

  it('is searched in time that its length bounds, whatever it is made of', () => {
    const account = { username: 'a'.repeat(50), password: 'a'.repeat(50) }
    const hostile = ['%61', '\\u0061', '&#97;', 'a', 'YWFh', '61', '&amp;#x61;']
    fc.assert(
      fc.property(fc.constantFrom(...hostile), (unit) => {
        const text = `${unit.repeat(20_000)}b`
        expect(take(account, text).length).toBeLessThan(text.length)
      }),
      { numRuns: hostile.length },
    )
  })
})
