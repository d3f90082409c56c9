import { route, routes, rowId } from '@/lib/api/route'
import { people } from '@/lib/composition/services'
import { personChangeSchema } from '@/lib/people/person-input'

const own = { need: 'administer', params: { personId: rowId } } as const

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  route(
    { method: 'PATCH', ...own, body: personChangeSchema, audit: 'person.change' },
    ({ params, body, requester }) => people().change(params.personId, body, requester),
  ),
  /** Removes a person who was shut out before. */
  route({ method: 'DELETE', ...own, audit: 'person.remove' }, ({ params, requester }) =>
    people().remove(params.personId, requester),
  ),
)
