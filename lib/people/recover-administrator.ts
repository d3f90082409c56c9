import type { Requester } from '@/lib/audit/audit-event'
import { AppError } from '@/lib/errors'
import { linkTo, newLinkToken } from './manage-people'
import type { PersonStore } from './person-store'

const day = 24 * 60 * 60 * 1000
/** For how many days the link of a recovery is good: who asks for it sits and waits. */
const goodForDays = 1

const requester: Requester = { by: 'system', from: 'none' }

type Wanted = { email: string | null; isNew: boolean }

/**
 * A way in for an administrator, at the word of who runs the service: a link by which the one with that e-mail address
 * chooses a new password, shut out or not; without an address, of the only one there is. With `isNew` somebody becomes an
 * administrator who is none. In the audit log it is by the system.
 * @throws {AppError} `not_found` where it is not clear who, with who could be meant
 */
export async function recoverAdministrator(
  store: PersonStore,
  publicUrl: string,
  wanted: Wanted,
): Promise<{ link: string; days: number }> {
  const { token, tokenHash } = newLinkToken()
  const kept = { tokenHash, expiresAt: new Date(Date.now() + goodForDays * day) }
  const found = await whom(store, wanted)
  if ('invite' in found) await store.invite({ email: found.invite, role: 'administrator' }, kept, requester)
  else {
    await store.change(found.id, { role: 'administrator', disabled: false }, new Date(), requester)
    await store.offerReset(found.id, kept, requester)
  }
  return { link: linkTo(publicUrl, 'invitation', token), days: goodForDays }
}

async function whom(
  store: PersonStore,
  { email, isNew }: Wanted,
): Promise<{ id: string } | { invite: string }> {
  const { people } = await store.list(new Date())
  const administrators = people.filter(({ role }) => role === 'administrator')
  if (email === null) {
    const [only, ...others] = administrators
    if (only && others.length === 0) return only
    const choice = administrators.map((person) => person.email).join(', ')
    throw new AppError(
      'not_found',
      only
        ? `Say which administrator: ${choice}`
        : 'There is no administrator: name one, with --new and an e-mail address',
    )
  }
  const address = email.toLowerCase()
  const person = people.find((one) => one.email === address)
  if (person && (isNew || person.role === 'administrator')) return person
  if (!isNew) throw new AppError('not_found', 'No administrator has that address. --new makes one of it')
  return { invite: address }
}
