import { route } from '@/lib/api/route'
import { server } from '@/lib/composition/server'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  { method: 'POST', need: 'administer', audit: 'sending.hold' },
  ({ requester }) => server().sending.hold(requester),
)
