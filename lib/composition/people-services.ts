import 'server-only'
import { createAuth } from '@/lib/auth/create-auth'
import { createPeopleAuth } from '@/lib/auth/people-auth'
import type { Database } from '@/lib/db/open-database'
import type { Env } from '@/lib/env'
import { createKnownDevices } from '@/lib/people/known-device'
import { createPeople, type People } from '@/lib/people/manage-people'
import { createPersonStore } from '@/lib/people/store/create-person-store'
import { ownHost } from './from-env'

/** The people of this service; `null` in the open sandbox. */
export function createPeopleOf(env: Env, { prisma }: Pick<Database, 'prisma'>): People | null {
  if (env.access === 'open' || env.AUTH_SECRET === undefined) return null
  const publicUrl = env.PUBLIC_URL ?? `http://${ownHost(env.HOST)}:${env.PORT}`
  const secret = env.AUTH_SECRET
  const auth = createPeopleAuth(createAuth(prisma, { secret, publicUrl }))
  const devices = createKnownDevices({ secret, isSecure: publicUrl.startsWith('https:') })
  return createPeople({ store: createPersonStore(prisma), auth, devices }, publicUrl)
}
