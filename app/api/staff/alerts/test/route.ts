import { route } from '@/lib/api/route'
import { server } from '@/lib/composition/services'

/** Has a test told on every channel. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  { method: 'POST', need: 'administer', audit: 'alert.test' },
  ({ requester }) => server().alerts.test(requester),
)
