import { createKnownDevices } from '@/lib/access/known-device'
import { createAuth } from '@/lib/auth/create-auth'
import { createPeopleAuth } from '@/lib/auth/people-auth'
import { createPersonStore } from '@/lib/db/access/person-store'
import type { Database } from '@/lib/db/open-database'
import type { Env } from '@/lib/env'
import { ownHost } from './own-host'
import { createPeople, type People } from './people'

/** The people of this service; `null` in the open sandbox. */
export function createPeopleOf(env: Env, { prisma }: Pick<Database, 'prisma'>): People | null {
  if (env.access === 'open' || env.AUTH_SECRET === undefined) return null
  const publicUrl = env.PUBLIC_URL ?? `http://${ownHost(env.HOST)}:${env.PORT}`
  const secret = env.AUTH_SECRET
  const auth = createPeopleAuth(createAuth(prisma, { secret, publicUrl }))
  const devices = createKnownDevices({ secret, isSecure: publicUrl.startsWith('https:') })
  return createPeople({ store: createPersonStore(prisma), auth, devices }, publicUrl)
}
