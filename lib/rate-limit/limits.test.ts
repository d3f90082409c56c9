import { expect, it } from 'vitest'
import { limitedAddress } from './limited-address'
import { intakeLimits, signInLimits } from './limits'
import { stepS } from './rate-limit'

it.each([
  ['198.51.100.7', '198.51.100.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8::6', '2001:db8:0:0::/64'],
  ['2001:db8:0001:0002::', '2001:db8:1:2::/64'],
  ['::1', '0:0:0:0::/64'],
  ['unknown', 'unknown'],
])('takes %s as %s, because who has an IPv6 network has all addresses in it', (address, limited) => {
  expect(limitedAddress(address)).toBe(limited)
})

it('limits a caller without a key by its address alone, and one with a key by both', () => {
  const names = (key: { id: string; perMinute: number } | null) =>
    intakeLimits(600, { address: '198.51.100.7', key }).map(({ name, quota }) => [name, quota])
  expect(names(null)).toEqual([['address', 600]])
  expect(names({ id: 'k', perMinute: 60 })).toEqual([
    ['address', 600],
    ['key', 60],
  ])
})

it('takes an account as the same however its address is written', () => {
  const account = (written: string) => signInLimits({ address: '198.51.100.7', account: written })[1]?.of
  expect(account(' Erik@Example.com')).toBe(account('erik@example.com'))
})

it('lets the whole quota fit into the window, whatever it is', () => {
  for (let quota = 1; quota <= 6000; quota++)
    expect(quota * stepS({ name: 'key', of: '', quota, windowS: 60 })).toBeLessThanOrEqual(60 + 1e-9)
})
