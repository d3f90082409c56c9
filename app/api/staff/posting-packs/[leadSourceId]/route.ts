import { route, routes, rowId } from '@/lib/api/route'
import { server } from '@/lib/composition/services'
import { newPackKeySchema, packQuerySchema } from '@/lib/posting-packs/posting-pack'
import { parseQuery } from '@/lib/validation/parse-query'

const params = { leadSourceId: rowId }

/** How far a partner has come, and the keys of a posting pack. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  route({ method: 'GET', need: 'read', params }, ({ request, params }) => {
    const { key } = parseQuery(packQuerySchema, new URL(request.url).searchParams)
    return server().postingPacks.state(params.leadSourceId, key)
  }),
  route(
    {
      method: 'POST',
      need: 'administer',
      params,
      body: newPackKeySchema,
      audit: 'api-key.make',
      status: 201,
    },
    ({ params, body, requester }) => server().postingPacks.make(params.leadSourceId, body, requester),
  ),
)
