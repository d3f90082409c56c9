import { after } from 'next/server'
import { AppError, type ErrorCode } from '@/lib/errors'
import { clientAddress } from '@/lib/http/client-address'
import { log } from '@/lib/log'
import { loggable } from '@/lib/loggable'
import { type Refusal, recordRefusal } from './record-refusal'
import type { Services } from './services'

type Attempt<T> = {
  verb: Refusal['verb']
  work: Promise<T>
  /** Finds out whose account it is. */
  personId: () => Promise<string | null>
}

const wrong = new Set<ErrorCode>(['wrong_credentials', 'wrong_password', 'wrong_code'])

/**
 * What the work of a sign-in, or of a change that asks for the password again, resolves to. Where it is refused, the
 * audit log is told once the answer has gone: how long that takes must not tell whether there is such an account.
 */
export async function tellOfRefusal<T>(
  services: Pick<Services, 'audit' | 'limits'>,
  request: Request,
  { verb, work, personId }: Attempt<T>,
): Promise<T> {
  const from = clientAddress(request)
  const record = async () => recordRefusal(services, { verb, from, personId: await personId() })
  return work.catch((error: unknown) => {
    if (error instanceof AppError && wrong.has(error.code))
      after(() => record().catch((reason) => log.error(loggable(reason), 'a refusal was not recorded')))
    throw error
  })
}
