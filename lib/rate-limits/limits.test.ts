import { describe, expect, it } from 'vitest'
import { limitedNetworks } from './limited-networks'
import { intakeLimits, type SignInAttempt, signInLimits } from './limits'
import { stepS } from './rate-limit'

const named = (limits: { name: string; quota: number }[]) => limits.map(({ name, quota }) => [name, quota])

it.each([
  ['198.51.100.7', ['198.51.100.7']],
  ['2001:db8:1:2:3:4:5:6', ['2001:db8:1:2::/64', '2001:db8:1::/56', '2001:db8:1::/48']],
  ['2001:db8:1:fff2::6', ['2001:db8:1:fff2::/64', '2001:db8:1:ff00::/56', '2001:db8:1::/48']],
  ['2001:db8::6', ['2001:db8::/64', '2001:db8::/56', '2001:db8::/48']],
  ['2001:db8:0001:0002::', ['2001:db8:1:2::/64', '2001:db8:1::/56', '2001:db8:1::/48']],
  ['::1', ['::/64', '::/56', '::/48']],
  ['::ffff:198.51.100.7', ['198.51.100.7']],
  ['unknown', ['unknown']],
])('takes %s as %j, because who has an IPv6 network has all addresses in it', (address, networks) => {
  expect(limitedNetworks(address)).toEqual(networks)
})

it('limits a caller without a key by its address alone, and one with a key by both', () => {
  const names = (key: { id: string; perMinute: number } | null, asks = false) =>
    named(intakeLimits(600, { address: '198.51.100.7', key, asks }))
  expect(names(null)).toEqual([['address', 600]])
  expect(names({ id: 'k', perMinute: 60 })).toEqual([
    ['address', 600],
    ['key', 60],
  ])
  // Who asks all the time can still send.
  expect(names({ id: 'k', perMinute: 60 }, true)).toEqual([
    ['address', 600],
    ['polls', 60],
  ])
})

it('lets the networks that an address is in do more together, but not as much as all in them apart', () => {
  expect(named(intakeLimits(600, { address: '2001:db8::6', key: null, asks: false }))).toEqual([
    ['address', 600],
    ['address-56', 2400],
    ['address-48', 9600],
  ])
})

describe('of attempts to sign in', () => {
  type Changed = Partial<NonNullable<SignInAttempt['tried']>> & { address?: string }
  const of = ({ address = '198.51.100.7', ...tried }: Changed) =>
    signInLimits({ address, tried: { secret: 'password', account: 'anna', device: null, ...tried } })
  /** What two attempts share: using it up in one stands in the way of the other. */
  const shared = (one: Changed, other: Changed) => {
    const subjects = new Set(of(one).map((limit) => `${limit.name} ${limit.of}`))
    return of(other).flatMap(({ name, of }) => (subjects.has(`${name} ${of}`) ? name : []))
  }

  it('takes an account as the same however its address is written', () => {
    expect(of({ account: ' Erik@Example.com' })).toEqual(of({ account: 'erik@example.com' }))
  })

  it('shares with a stranger at another address what strangers have of the account together, and no more', () => {
    expect(shared({}, { address: '192.0.2.1' })).toEqual(['password-account'])
  })

  it('shares nothing with a browser that has signed in to the account before, from wherever', () => {
    expect(shared({}, { device: 'known' })).toEqual([])
    expect(shared({ device: 'another' }, { device: 'known' })).toEqual([])
  })

  it('lets a few addresses never use up what all have of an account: it takes more than thirty, day for day', () => {
    const daily = ({ quota, windowS }: { quota: number; windowS: number }) => (quota * 86_400) / windowS
    const quotaOf = (limits: ReturnType<typeof of>, name: string) =>
      limits.filter((limit) => limit.name === name).map(daily)[0] ?? 0
    const limits = of({})
    const account = quotaOf(limits, 'password-account')
    expect(account / quotaOf(limits, 'password-account-address-day')).toBeGreaterThan(30)
    expect(account, 'and an attacker guesses at most a thousand a day').toBeLessThanOrEqual(1000)
  })

  it('lets fewer codes of six digits be guessed than passwords', () => {
    const most = (secret: 'password' | 'code') =>
      of({ secret }).find(({ name }) => name === `${secret}-account`)?.quota ?? 0
    expect(most('code')).toBeLessThan(most('password'))
  })

  it('counts by address alone where nobody says which account it is of', () => {
    expect(named(signInLimits({ address: '198.51.100.7', tried: null }))).toEqual([['sign-in-address', 30]])
  })
})

it('lets the whole quota fit into the window, whatever it is', () => {
  for (let quota = 1; quota <= 6000; quota++)
    expect(quota * stepS({ name: 'key', of: '', quota, windowS: 60 })).toBeLessThanOrEqual(60 + 1e-9)
})
