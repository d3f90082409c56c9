import { route, rowId } from '@/lib/api/route'
import { people } from '@/lib/composition/services'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  { method: 'POST', need: 'administer', params: { invitationId: rowId }, audit: 'person.withdraw' },
  ({ params, requester }) => people().withdraw(params.invitationId, requester),
)
