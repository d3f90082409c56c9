import { clientAddress } from '@/lib/http/client-address'
import { tellLimits } from '@/lib/http/limit-intake'
import type { Services } from './services'

/**
 * Counts an attempt to get in, before anything is looked up or a password is hashed.
 * @param account whose it is, an e-mail address or an id; `null` where the attempt does not say
 * @param headers of the answer, to say how the limits stand
 * @throws {AppError} `rate_limited`
 */
export async function limitSignIn(
  { limits }: Pick<Services, 'limits'>,
  request: Request,
  account: string | null,
  headers: Headers,
): Promise<void> {
  tellLimits(await limits.signIn({ address: clientAddress(request), account }), headers)
}
