import { route } from '@/lib/api/route'
import { server } from '@/lib/composition/services'
import { similarRequestSchema } from '@/lib/leads/similar-request'

/** A POST, because an address is logged and kept. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  { method: 'POST', need: 'write', body: similarRequestSchema, audit: null },
  ({ body }) => server().similar({ ...body, sentBy: null }),
)
