import { route, rowId } from '@/lib/api/route'
import { apiKeyChangeSchema } from '@/lib/api-keys/api-key'
import { server } from '@/lib/composition/server'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  {
    method: 'PATCH',
    need: 'administer',
    params: { apiKeyId: rowId },
    body: apiKeyChangeSchema,
    audit: 'api-key.change',
  },
  ({ params, body, requester }) => server().apiKeys.change(params.apiKeyId, body, requester),
)
