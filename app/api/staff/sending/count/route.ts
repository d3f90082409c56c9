import { route } from '@/lib/api/route'
import { server } from '@/lib/composition/services'
import { waitingCountRequestSchema } from '@/lib/sending/waiting-lead'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  { method: 'POST', need: 'administer', body: waitingCountRequestSchema, audit: null },
  ({ body }) => server().sending.count(body.action, body.filter),
)
