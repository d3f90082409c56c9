import { route } from '@/lib/api/route'
import { server } from '@/lib/composition/services'
import { erasureRequestSchema } from '@/lib/privacy/erasure'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  { method: 'POST', need: 'administer', body: erasureRequestSchema, audit: 'privacy.erase', status: 201 },
  ({ body, requester }) => server().privacy.erase(body, requester),
)
