import { tellLimits } from '@/lib/api/limit-intake'
import { clientAddress } from '@/lib/api/requester'
import type { AccountOf } from '@/lib/people/person-store'
import type { Services } from './services'

type Tried = { secret: 'password' | 'code'; account: AccountOf }

/**
 * Counts an attempt to get in, before a password is hashed or a code is looked at; whose browser it is, is looked up
 * only for one that carries our cookie.
 * @param tried what of whom; `null` where the attempt does not say whose account it is of, as by a link
 * @param headers of the answer, to say how the limits stand
 * @throws {AppError} `rate_limited`
 */
export async function limitSignIn(
  { limits, people }: Pick<Services, 'limits' | 'people'>,
  request: Request,
  tried: Tried | null,
  headers: Headers,
): Promise<void> {
  const address = clientAddress(request)
  tellLimits(await limits.signIn({ address, tried: tried && (await of(tried)) }), headers)

  async function of({ secret, account }: Tried) {
    const device = (await people?.deviceOf(request.headers, account)) ?? null
    return { secret, account: 'id' in account ? account.id : account.email, device }
  }
}
