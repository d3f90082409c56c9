import { z } from 'zod'
import { route } from '@/lib/api/route'
import { actorOf } from '@/lib/auth/permissions'
import { server } from '@/lib/composition/services'

const settingSchema = z.object({ shortcuts: z.boolean('invalid') }, 'not_object')

/** Whether single keys do something for who asks. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  { method: 'PATCH', need: 'read', body: settingSchema, audit: null },
  ({ body, identity }) => server().shortcuts.write(actorOf(identity), body.shortcuts),
)
