import { route } from '@/lib/api/route'
import { actorOf } from '@/lib/auth/permissions'
import { server } from '@/lib/composition/services'
import { shortcutSettingSchema } from '@/lib/shortcuts/shortcut-setting'

/** Whether single keys do something for who asks. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  { method: 'PATCH', need: 'read', body: shortcutSettingSchema, audit: null },
  ({ body, identity }) => server().shortcuts.write(actorOf(identity), body.shortcuts),
)
