import { route } from '@/lib/api/route'
import { server } from '@/lib/composition/services'
import { waitingQuerySchema } from '@/lib/sending/waiting-lead'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  { method: 'POST', need: 'administer', body: waitingQuerySchema, audit: null },
  ({ body }) => server().sending.list(body),
)
