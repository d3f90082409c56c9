import { route } from '@/lib/api/route'
import { server } from '@/lib/composition/services'
import { erasureLeadsSchema } from '@/lib/privacy/erasure'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  { method: 'POST', need: 'administer', body: erasureLeadsSchema, audit: 'privacy.export' },
  ({ body, requester }) => server().privacy.export(body.leadIds, requester),
)
