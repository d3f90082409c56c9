import type { Identity } from '@/lib/auth/permissions'
import { limitedNetworks, networkBits } from './limited-networks'
import type { Limit, LimitState, RateLimiter } from './rate-limit'

const minute = 60
const day = 24 * 60 * minute
const short = 5 * minute

/** How many times as much as one address the networks of `networkBits` may do: several callers share them. */
const networkFactors = { manyCallers: [1, 4, 16], oneAccount: [1, 2, 4] } as const

const signInsOfAddress = 30

/** What one browser, or one unknown address, may try of one account's secret. */
const tries = { atOnce: 10, aDayFromAddress: 30, aDayOnDevice: 100 }

/**
 * What all strangers together may try of one account's secret in a day: a few addresses do not reach it, and it stops an
 * attacker who has very many. A code has six digits, of which three work at any time: 300 tries guess one of 1,000
 * such accounts whose password the guesser has already.
 */
const triesOfAccount = { password: 1000, code: 300 }

type LimitedKey = { id: string; perMinute: number }

/** What a key may send in a minute, and as often it may ask: who asks too often can still send. */
export const keyLimits = ({ id, perMinute }: LimitedKey) => ({
  sends: { name: 'key', of: id, quota: perMinute, windowS: minute },
  polls: { name: 'polls', of: id, quota: perMinute, windowS: minute },
})

/** On what systems send and ask: by key and by address. An address alone is that of a caller without a key that works. */
export function intakeLimits(
  perAddress: number,
  { address, key, asks }: { address: string; key: LimitedKey | null; asks: boolean },
): Limit[] {
  return [
    ...byNetwork(address, { name: 'address', quota: perAddress, windowS: minute }, 'manyCallers'),
    ...(key ? [keyLimits(key)[asks ? 'polls' : 'sends']] : []),
  ]
}

/** An attempt to get in by something that only one person has. */
export type SignInAttempt = {
  address: string
  /** `null`: an attempt that does not say whose account it is of, as by a link. */
  tried: {
    secret: 'password' | 'code'
    /** Whose it is, an e-mail address or an id. */
    account: string
    /** The browser's number, where it has signed in to this very account before. */
    device: string | null
  } | null
}

/**
 * On attempts to sign in, right or wrong. Strangers are counted by address, by account at that address, and by account,
 * so that many addresses are no way around. A browser that is known to the account is counted for itself alone:
 * whatever strangers do, its person gets in.
 */
export function signInLimits({ address, tried }: SignInAttempt): Limit[] {
  const ofAddress = { name: 'sign-in-address', quota: signInsOfAddress, windowS: short }
  const limits = byNetwork(address, ofAddress, 'manyCallers')
  if (tried === null) return limits
  const { secret, account, device } = tried
  if (device !== null) {
    const name = `${secret}-device`
    return [
      { name, of: device, quota: tries.atOnce, windowS: short },
      { name: `${name}-day`, of: device, quota: tries.aDayOnDevice, windowS: day },
    ]
  }
  const of = account.trim().toLowerCase()
  const pair = { name: `${secret}-account-address`, quota: tries.atOnce, windowS: short, account: of }
  const aDay = { ...pair, name: `${pair.name}-day`, quota: tries.aDayFromAddress, windowS: day }
  return [
    ...limits,
    ...byNetwork(address, pair, 'oneAccount'),
    ...byNetwork(address, aDay, 'oneAccount'),
    { name: `${secret}-account`, of, quota: triesOfAccount[secret], windowS: day },
  ]
}

/** A refusal that is to be recorded; `personId`: whose account it is, `null` where there is none. */
type CountedRefusal = { verb: string; personId: string | null }

/** On what is recorded of refusals: by what was refused and by person; all unknown accounts count as one. */
function refusalLimits({ verb, personId }: CountedRefusal): Limit[] {
  const of = `${verb} ${personId ?? 'nobody'}`
  return [{ name: 'refusal', of, quota: tries.atOnce, windowS: short }]
}

type OfAddress = Omit<Limit, 'of'> & { account?: string }

/** A limit on an address; for one of IPv6 on each network that it is in, the wider ones with more. */
function byNetwork(
  address: string,
  { name, quota, windowS, account }: OfAddress,
  factors: keyof typeof networkFactors,
): Limit[] {
  return limitedNetworks(address).map((network, at) => ({
    name: at === 0 ? name : `${name}-${networkBits[at]}`,
    of: account === undefined ? network : `${account} ${network}`,
    quota: quota * (networkFactors[factors][at] ?? 1),
    windowS,
  }))
}

export type Limits = ReturnType<typeof createLimits>

/**
 * The limits on callers. In the open sandbox there are none.
 * @param perAddress requests a minute that one address may make to the API for systems
 */
export function createLimits(limiter: RateLimiter, perAddress: number) {
  return {
    /** Counts a request of a system, which sends something or asks; `null` is an unknown caller. */
    async intake(identity: Identity | null, address: string, asks: boolean): Promise<LimitState[]> {
      if (identity?.kind === 'open') return []
      const key = identity?.kind === 'key' ? identity : null
      return limiter.take(intakeLimits(perAddress, { address, key, asks }))
    },
    /** How the limits of a key stand, which counts nothing. */
    async ofKey(key: LimitedKey): Promise<Record<keyof ReturnType<typeof keyLimits>, LimitState>> {
      const { sends, polls } = keyLimits(key)
      const [sent, asked] = await Promise.all([limiter.look(sends), limiter.look(polls)])
      return { sends: sent, polls: asked }
    },
    /** Counts an attempt to sign in, before it is known whether it is right. */
    signIn: (attempt: SignInAttempt): Promise<LimitState[]> => limiter.take(signInLimits(attempt)),
    refusal: (refused: CountedRefusal): Promise<LimitState[]> => limiter.take(refusalLimits(refused)),
  }
}
