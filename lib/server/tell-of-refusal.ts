import { after } from 'next/server'
import { clientAddress } from '@/lib/api/requester'
import { AppError } from '@/lib/errors'
import { log } from '@/lib/log'
import { loggable } from '@/lib/loggable'
import { type Refusal, recordRefusal } from './record-refusal'
import type { Services } from './services'

type Attempt<T> = {
  work: Promise<T>
  /** Finds out whose account it is. */
  personId: () => Promise<string | null>
}

/** What is recorded of a refusal, by its code; of others nothing. */
const verbs = new Map<unknown, Refusal['verb']>([
  ['wrong_credentials', 'person.refuse-sign-in'],
  ['wrong_password', 'person.refuse-password'],
  ['wrong_code', 'person.refuse-code'],
])

/**
 * What the work of a sign-in, or of a change that asks for the password again, resolves to. Where it is refused, the
 * audit log is told once the answer has gone: how long that takes must not tell whether there is such an account.
 */
export async function tellOfRefusal<T>(
  services: Pick<Services, 'audit' | 'limits'>,
  request: Request,
  { work, personId }: Attempt<T>,
): Promise<T> {
  const from = clientAddress(request)
  const record = async (verb: Refusal['verb']) =>
    recordRefusal(services, { verb, from, personId: await personId() })
  return work.catch((error: unknown) => {
    const verb = error instanceof AppError ? verbs.get(error.code) : undefined
    if (verb)
      after(() => record(verb).catch((reason) => log.error(loggable(reason), 'a refusal was not recorded')))
    throw error
  })
}
