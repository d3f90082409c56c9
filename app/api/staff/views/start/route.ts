import { route } from '@/lib/api/route'
import { server } from '@/lib/composition/services'
import { startViewSchema } from '@/lib/views/view'

/** With which view the log begins, for the one who asks. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  { method: 'POST', need: 'read', body: startViewSchema, audit: null },
  ({ body, identity }) => server().views.startWith(identity, body.viewId),
)
