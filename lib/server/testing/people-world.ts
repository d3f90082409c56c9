import { createAuth } from '@/lib/auth/create-auth'
import { createPeopleAuth, type WithCookies } from '@/lib/auth/people-auth'
import { createPersonStore } from '@/lib/db/access/person-store'
import type { Database } from '@/lib/db/open-database'
import { createPeople } from '../people'

export const password = 'correct horse battery'
export const anonymous = () => new Headers()

/** A request of the browser that keeps these cookies. */
export const browser = ({ cookies }: Pick<WithCookies<unknown>, 'cookies'>) =>
  new Headers({ cookie: cookies.map((cookie) => cookie.split(';')[0]).join('; ') })

export const token = (link: string | null | undefined) => link?.split('#')[1] ?? ''

export type PeopleWorld = Awaited<ReturnType<typeof createPeopleWorld>>

/** People who sign in with {@link password}: Anna, who took the link `setUp`, and whom the tests invite. */
export async function createPeopleWorld({ prisma }: Database) {
  const settings = { secret: 'x'.repeat(32), publicUrl: 'https://leads.example.com' }
  const auth = createPeopleAuth(createAuth(prisma, settings))
  const people = createPeople(createPersonStore(prisma), auth, settings.publicUrl)

  const who = (headers: Headers) => auth.identify(headers)
  const signIn = (email: string, given = password) => auth.signIn({ email, password: given }, anonymous())
  /** Takes an invitation, and signs in. */
  async function take(link: string | null, email: string | null) {
    const taken = await people.accept({ token: token(link), name: 'Somebody', email, password })
    return signIn(taken.email)
  }
  /** The browser of somebody who was invited. */
  async function invited(email: string, role: 'staff' | 'viewer' | 'administrator' = 'staff') {
    const { link } = await people.invite({ email, role })
    return browser(await take(link, null))
  }
  async function idOf(headers: Headers): Promise<string> {
    const identity = await who(headers)
    if (identity?.kind !== 'person') throw new Error('Nobody has signed in there')
    return identity.id
  }
  const setUp = await people.setUpLink()
  const administrator = browser(await take(setUp, 'anna@example.com'))
  return { people, auth, setUp, administrator, who, signIn, take, invited, idOf }
}
