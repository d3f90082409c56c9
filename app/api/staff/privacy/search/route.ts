import { route } from '@/lib/api/route'
import { server } from '@/lib/composition/services'
import { personSearchSchema } from '@/lib/privacy/person-search'

/** A POST, because what is searched for is a person, and an address is logged and kept. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  { method: 'POST', need: 'administer', body: personSearchSchema, audit: 'privacy.search' },
  ({ body, requester }) => server().privacy.find(body.search, requester),
)
