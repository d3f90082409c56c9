import type { Services } from './services'

export type Refusal = {
  verb: 'person.refuse-sign-in' | 'person.refuse-code' | 'person.refuse-password'
  /** Whose account it is; `null` where it is nobody's. What was typed is not kept. */
  personId: string | null
  /** The address it came from. */
  from: string
}

/**
 * Records that a sign-in, or the password of one who has signed in, was refused; of each kind as often as an account
 * may be tried, and as often for all those together that nobody has. So an attacker can neither fill the log, which is
 * never cleared, nor hide an account's refusals behind made-up ones or behind those of another kind.
 */
export async function recordRefusal(
  { audit, limits }: Pick<Services, 'audit' | 'limits'>,
  { verb, personId, from }: Refusal,
): Promise<void> {
  const states = await limits.refusal({ verb, personId })
  if (states.some(({ waitS }) => waitS !== null)) return
  await audit.record({ by: 'system', verb, subject: `person:${personId ?? 'unknown'}`, from })
}
