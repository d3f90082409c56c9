import { route } from '@/lib/api/route'
import { server } from '@/lib/composition/services'
import { clockAcceptanceSchema } from '@/lib/privacy/retention-run'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  { method: 'POST', need: 'administer', body: clockAcceptanceSchema, audit: 'privacy.accept-clock' },
  ({ body, requester }) => server().retention.acceptClock(new Date(body.now), requester),
)
