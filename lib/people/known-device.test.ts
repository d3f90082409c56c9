import { describe, expect, it } from 'vitest'
import { createKnownDevices } from './known-device'

const secret = 'Kq4vX0bW7tLr9sZc2mYh5nDe8jPa3fUg'
const devices = createKnownDevices({ secret, isSecure: true })
const anna = { personId: 'anna', stamp: 'her password' }
const bo = { personId: 'bo', stamp: 'his password' }

/** The browser that keeps this cookie, beside one of something else. */
const browser = (cookie: string) => new Headers({ cookie: `other=1; ${cookie.split(';')[0]}` })
const fresh = new Headers()

describe('a browser that somebody has signed in with', () => {
  it('is known to their account, and to no other: its failures elsewhere are those of a stranger', () => {
    const headers = browser(devices.remember(fresh, anna))
    expect(devices.numberOf(headers, anna)).toMatch(/^[\w-]{22}$/)
    expect(devices.numberOf(headers, bo)).toBeNull()
    expect(devices.numberOf(fresh, anna)).toBeNull()
  })

  it('is forgotten once what its person signs in with is another', () => {
    const headers = browser(devices.remember(fresh, anna))
    expect(devices.numberOf(headers, { ...anna, stamp: 'her new password' })).toBeNull()
  })

  it('is shared by several people, each with a number of their own, and knows the last five', () => {
    let headers = browser(devices.remember(fresh, anna))
    headers = browser(devices.remember(headers, bo))
    const numbers = [devices.numberOf(headers, anna), devices.numberOf(headers, bo)]
    expect(numbers).not.toContain(null)
    expect(new Set(numbers).size).toBe(2)
    for (const personId of ['c', 'd', 'e', 'f'])
      headers = browser(devices.remember(headers, { personId, stamp: '' }))
    expect([devices.numberOf(headers, anna), devices.numberOf(headers, bo)]).toEqual([
      null,
      expect.any(String),
    ])
  })

  it('gets another number with every sign-in, and does not keep the old one', () => {
    const first = browser(devices.remember(fresh, anna))
    const second = devices.remember(first, anna)
    const numbers = [first, browser(second)].map((headers) => devices.numberOf(headers, anna))
    expect(numbers[0]).not.toBe(numbers[1])
    expect(second).not.toContain(numbers[0])
  })

  it('cannot be made up, nor by who knows another number, nor by an instance with another secret', () => {
    const cookie = devices.remember(fresh, anna)
    const number = devices.numberOf(browser(cookie), anna) ?? ''
    const forged = cookie.replace(number, `${number.slice(1)}${number[0]}`)
    expect(devices.numberOf(browser(forged), anna)).toBeNull()
    const other = createKnownDevices({ secret: `${secret}!`, isSecure: true })
    expect(other.numberOf(browser(cookie), anna)).toBeNull()
  })

  it.each(['', '.', '~', 'a.b', 'x'.repeat(60_000), '%00', `${'a'.repeat(22)}.${'b'.repeat(43)}~`])(
    'is a stranger where its cookie is none of ours: %j',
    (value) => {
      const headers = browser(`__Secure-lead-api.device=${value}`)
      expect(devices.numberOf(headers, anna)).toBeNull()
      expect(devices.carries(headers)).toBe(false)
    },
  )

  it('keeps the cookie for a year, out of reach of scripts and other sites, and by https alone where there is https', () => {
    const cookie = devices.remember(fresh, anna)
    expect(cookie).toMatch(
      /^__Secure-lead-api\.device=[\w.-]+; Max-Age=31536000; Path=\/api; HttpOnly; SameSite=Strict; Secure$/,
    )
    const plain = createKnownDevices({ secret, isSecure: false }).remember(fresh, anna)
    expect(plain).toMatch(/^lead-api\.device=.*SameSite=Strict$/)
  })

  it('holds nothing of its person', () => {
    expect(devices.remember(fresh, anna)).not.toMatch(/anna|password/)
  })
})
