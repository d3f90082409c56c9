import { route, routes } from '@/lib/api/route'
import { actorOf } from '@/lib/auth/permissions'
import { server } from '@/lib/composition/services'
import { saveDraftRequestSchema } from '@/lib/drafts/draft'

const read = route({ method: 'GET', need: 'write' }, ({ identity }) =>
  server().drafts.read(actorOf(identity)),
)

/** Of nobody but who asks: its key is who they are, and no address names another's. */
const save = route(
  { method: 'PUT', need: 'write', body: saveDraftRequestSchema, audit: null },
  ({ identity, body }) => server().drafts.save(actorOf(identity), body),
)

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes(read, save)
