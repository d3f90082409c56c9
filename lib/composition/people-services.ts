import 'server-only'
import { createAuth } from '@/lib/auth/create-auth'
import { createPeopleAuth } from '@/lib/auth/people-auth'
import type { Database } from '@/lib/db/open-database'
import type { Env } from '@/lib/env'
import { createDeviceNotices } from '@/lib/mail/device-notices'
import { createSendBySmtp } from '@/lib/mail/smtp/send-by-smtp'
import { createDeviceNoticeStore } from '@/lib/mail/store/create-device-notice-store'
import { createKnownDevices } from '@/lib/people/known-device'
import { createPeople } from '@/lib/people/manage-people'
import { createPersonStore } from '@/lib/people/store/create-person-store'
import { ownUrl } from './from-env'

/** The people of this service and the mail to them; `people` is `null` in the open sandbox. */
export function createPeopleServices(env: Env, { prisma }: Pick<Database, 'prisma'>) {
  const publicUrl = ownUrl(env)
  const { SMTP_URL: url, MAIL_FROM: from, AUTH_SECRET: secret } = env
  const send = url !== undefined && from !== undefined ? createSendBySmtp({ url, from }) : null
  const deviceNotices =
    send && createDeviceNotices({ store: createDeviceNoticeStore(prisma), send, publicUrl })
  const mail = send && deviceNotices && { send, deviceNotices }
  if (env.access === 'open' || secret === undefined) return { people: null, deviceNotices: null, send }
  const auth = createPeopleAuth(createAuth(prisma, { secret, publicUrl }))
  const devices = createKnownDevices({ secret, isSecure: publicUrl.startsWith('https:') })
  const people = createPeople({ store: createPersonStore(prisma), auth, devices, mail }, publicUrl)
  return { people, deviceNotices, send }
}
