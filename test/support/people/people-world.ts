import { createHash } from 'node:crypto'
import { createAuth } from '@/lib/auth/create-auth'
import { createPeopleAuth, nextRequest, type WithCookies } from '@/lib/auth/people-auth'
import type { Database } from '@/lib/db/open-database'
import { createKnownDevices } from '@/lib/people/known-device'
import { createPeople, type PeoplePorts } from '@/lib/people/manage-people'
import { createPersonStore } from '@/lib/people/store/create-person-store'
import { someone } from '@/test/support/audit/someone'

export const password = 'correct horse battery'
export const anonymous = () => new Headers()

/** A request of the browser that keeps these cookies. */
export const browser = ({ cookies }: Pick<WithCookies<unknown>, 'cookies'>) => nextRequest(cookies)

export const token = (link: string | null | undefined) => link?.split('#')[1] ?? ''

/** No test here is about how slow a hash is; the journeys sign in with the product's own. */
const quickPasswords = {
  hash: async (password: string) => createHash('sha256').update(password).digest('hex'),
  verify: async ({ password, hash }: { password: string; hash: string }) =>
    createHash('sha256').update(password).digest('hex') === hash,
}

export type PeopleWorld = Awaited<ReturnType<typeof createPeopleWorld>>

/** People who sign in with {@link password}: Anna, who took the link `setUp`, and whom the tests invite. */
export async function createPeopleWorld({ prisma }: Database, mail: PeoplePorts['mail'] = null) {
  const settings = {
    secret: 'x'.repeat(32),
    publicUrl: 'https://leads.example.com',
    passwords: quickPasswords,
  }
  const auth = createPeopleAuth(createAuth(prisma, settings))
  const devices = createKnownDevices({ secret: settings.secret, isSecure: true })
  const people = createPeople({ store: createPersonStore(prisma), auth, devices, mail }, settings.publicUrl)

  const who = (headers: Headers) => auth.identify(headers)
  const signIn = (email: string, given = password) => auth.signIn({ email, password: given }, anonymous())
  /** Takes an invitation, and signs in. */
  async function take(link: string | null, email: string | null) {
    const taken = await people.accept({ token: token(link), name: 'Somebody', email, password }, someone.from)
    return signIn(taken.email)
  }
  /** The browser of a person who was invited. */
  async function invited(email: string, role: 'staff' | 'viewer' | 'administrator' = 'staff') {
    const { link } = await people.invite({ email, role }, someone)
    return browser(await take(link, null))
  }
  async function idOf(headers: Headers): Promise<string> {
    const identity = await who(headers)
    if (identity?.kind !== 'person') throw new Error('No person has signed in there')
    return identity.id
  }
  const setUp = await people.setUpLink()
  const administrator = browser(await take(setUp, 'anna@example.com'))
  return { people, auth, setUp, administrator, who, signIn, take, invited, idOf }
}
