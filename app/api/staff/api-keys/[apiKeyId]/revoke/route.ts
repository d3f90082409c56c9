import { route, rowId } from '@/lib/api/route'
import { server } from '@/lib/composition/server'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  { method: 'POST', need: 'administer', params: { apiKeyId: rowId }, audit: 'api-key.revoke' },
  ({ params, requester }) => server().apiKeys.revoke(params.apiKeyId, requester),
)
