import { route } from '@/lib/api/route'
import { server } from '@/lib/composition/server'

/** Asked by every page that stays open. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ method: 'GET', need: 'read' }, () =>
  server().sending.state(),
)
