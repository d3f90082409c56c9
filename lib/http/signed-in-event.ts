import type { Identity } from '@/lib/access/identity'
import type { NewAuditEvent } from '@/lib/audit/audit-event'
import { auditEvent } from './audit-event'

type Signing = {
  /** As the answer sets them. */
  cookies: string[]
  identify: (headers: Headers) => Promise<Identity | null>
}

/** That whoever an answer's cookies belong to has signed in; `null` where a second factor is still to come. */
export async function signedInEvent(
  request: Request,
  { cookies, identify }: Signing,
): Promise<NewAuditEvent | null> {
  const pairs = cookies.map((cookie) => cookie.split(';')[0])
  const identity = await identify(new Headers({ cookie: pairs.join('; ') }))
  return identity?.kind === 'person'
    ? auditEvent(request, identity, 'person.sign-in', `person:${identity.id}`)
    : null
}
