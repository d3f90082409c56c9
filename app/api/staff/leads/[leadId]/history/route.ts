import { route } from '@/lib/api/route'
import { actorOf } from '@/lib/auth/permissions'
import { server } from '@/lib/composition/services'
import { requireHistory } from '@/lib/leads/lead-history'

/** What has happened around a lead besides its attempts; by whom, under the names they have today. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  { method: 'GET', need: 'read', params: { leadId: String } },
  ({ params, identity }) => requireHistory(server().leads, params.leadId, actorOf(identity)),
)
