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

/** `account`: whose it is, an e-mail address or an id; `null` where the attempt does not say. */
export type SignInAttempt = { address: string; account: string | null }

/** On attempts to sign in, right or wrong: by address, and by account so that many addresses are no way around. */
export function signInLimits({ address, account }: SignInAttempt): Limit[] {
  return [
    { name: 'sign-in-address', of: limitedAddress(address), quota: signInsOfAddress, windowS: signInWindow },
    ...(account === null ? [] : [accountLimit(account)]),
  ]
}

/** A refusal that is to be recorded; `personId`: whose account it is, `null` where nobody has it. */
export type CountedRefusal = { verb: string; personId: string | null }

/** On what is recorded of refusals: by what was refused and by person, and nobody is one of them. */
export function refusalLimits({ verb, personId }: CountedRefusal): Limit[] {
  const of = `${verb} ${personId ?? 'nobody'}`
  return [{ name: 'refusal', of, quota: signInsOfAccount, windowS: signInWindow }]
}

function accountLimit(account: string): Limit {
  const of = account.trim().toLowerCase()
  return { name: 'sign-in-account', of, quota: signInsOfAccount, windowS: signInWindow }
}
