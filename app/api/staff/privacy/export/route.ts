import { route } from '@/lib/api/route'
import { server } from '@/lib/composition/server'
import { chosenLeadsSchema } from '@/lib/privacy/erasure'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  { method: 'POST', need: 'administer', body: chosenLeadsSchema, audit: 'privacy.export' },
  ({ body, requester }) => server().privacy.export(body.leadIds, requester),
)
