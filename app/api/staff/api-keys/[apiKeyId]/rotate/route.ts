import { route, rowId } from '@/lib/api/route'
import { rotationSchema } from '@/lib/api-keys/api-key'
import { server } from '@/lib/composition/server'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  {
    method: 'POST',
    need: 'administer',
    params: { apiKeyId: rowId },
    body: rotationSchema,
    audit: 'api-key.rotate',
  },
  ({ params, body, requester }) => server().apiKeys.rotate(params.apiKeyId, body, requester),
)
