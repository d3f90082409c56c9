import { route, rowId } from '@/lib/api/route'
import { server } from '@/lib/composition/services'
import { nameChangeSchema } from '@/lib/customers/customer'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  {
    method: 'PATCH',
    need: 'administer',
    params: { leadSourceId: rowId },
    body: nameChangeSchema,
    audit: 'lead-source.change',
  },
  ({ params, body, requester }) => server().customers.changeLeadSource(params.leadSourceId, body, requester),
)
