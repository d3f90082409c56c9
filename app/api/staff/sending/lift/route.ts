import { route } from '@/lib/api/route'
import { server } from '@/lib/composition/services'
import { liftRequestSchema } from '@/lib/sending/sending-hold'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  { method: 'POST', need: 'administer', body: liftRequestSchema, audit: 'sending.lift' },
  ({ body, requester }) => server().sending.lift(body.hold, requester),
)
