import { route, rowId } from '@/lib/api/route'
import { people } from '@/lib/composition/services'

/** A link for a person who cannot sign in any more. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  { method: 'POST', need: 'administer', params: { personId: rowId }, audit: 'person.reset', status: 201 },
  ({ params, requester }) => people().offerReset(params.personId, requester),
)
