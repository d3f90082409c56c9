import { limitedAddress } from './limited-address'
import type { Limit } from './rate-limit'

const minute = 60
const signInWindow = 5 * minute
const signInsOfAddress = 30
const signInsOfAccount = 10

/** On what systems send: by key and by address. An address alone is that of a caller without a key that works. */
export function intakeLimits(
  perAddress: number,
  { address, key }: { address: string; key: { id: string; perMinute: number } | null },
): Limit[] {
  return [
    { name: 'address', of: limitedAddress(address), quota: perAddress, windowS: minute },
    ...(key ? [{ name: 'key', of: key.id, quota: key.perMinute, windowS: minute }] : []),
  ]
}

/** On attempts to sign in, right or wrong: by address, and by account so that many addresses are no way around. */
export function signInLimits({ address, account }: { address: string; account: string }): Limit[] {
  return [
    { name: 'sign-in-address', of: limitedAddress(address), quota: signInsOfAddress, windowS: signInWindow },
    {
      name: 'sign-in-account',
      of: account.trim().toLowerCase(),
      quota: signInsOfAccount,
      windowS: signInWindow,
    },
  ]
}
