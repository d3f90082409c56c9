import { describe, expect, it } from 'vitest'
import { guessableAs } from './guessable-password'

const owner = { name: 'Åsa Öberg-Lind', email: 'asa.oberg@maklare.example.com' }
const said = (password: string, of = owner) => guessableAs(password, of)

describe('a password that is long enough', () => {
  it.each([
    'correct horse battery',
    'known to everybody, too',
    'another long one',
    'en lång mening om öster',
    'Vitec är en granne vi litar på',
    'asa sover gott i tältet',
    'x7#kQ9!vLp2&',
    '🐎🔋📎🌲🚲🎈🍞🧦🪣🧲🪜🧵',
    '新しい長い合言葉を使います',
  ])('is taken, whatever its characters, where nobody guesses it: %s', (password) => {
    expect(said(password)).toBeNull()
  })

  it.each(['aaaaaaaaaaaa', 'abc-abc-abc-abc', '1234 5678 9012', 'QwertyUiopAsdf', 'mlkjihgfedcb'])(
    'is a pattern, however it is written: %s',
    (password) => expect(said(password)).toBe('password_pattern'),
  )

  it.each([
    'Åsa Öberg-Lind',
    'asaoberglind!!',
    'ÖbergÖbergÖb1',
    'asa.oberg@maklare.example.com',
    'Asa-Oberg 2026',
    'oberg.asa.123',
    'åsa123456789',
  ])('is hardly more than its person’s name or address: %s', (password) => {
    expect(said(password)).toBe('password_own_name')
  })

  it.each(['Lead API 2026', 'leadapi-leadapi!', 'vitec-lead-api-1', 'Vitec123456789', 'Lead lead 26!'])(
    'is hardly more than the service’s name: %s',
    (password) => expect(said(password)).toBe('password_service_name'),
  )

  it.each([
    'administrator',
    'Administrator!',
    'leavemealone',
    'Password 2026!!',
    '2026-password-2026',
    'sunshineaaaa',
    '12345sunshine',
  ])('is among those that are used most, or one of them padded: %s', (password) => {
    expect(said(password)).toBe('password_common')
  })

  it('may hold a name of two letters, which is in every other word', () => {
    expect(said('nobody knows it', { name: 'Bo Ek', email: 'bo@example.com' })).toBeNull()
  })

  it('is judged also where one character folds into many', () => {
    expect(said('ﷺ'.repeat(128))).toBe('password_pattern')
  })
})
