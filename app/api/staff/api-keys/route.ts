import { route, routes } from '@/lib/api/route'
import { newApiKeySchema } from '@/lib/api-keys/api-key'
import { server } from '@/lib/composition/server'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  route({ method: 'GET', need: 'administer' }, () => server().apiKeys.list()),
  route(
    { method: 'POST', need: 'administer', body: newApiKeySchema, audit: 'api-key.make', status: 201 },
    ({ body, requester }) => server().apiKeys.make(body, requester),
  ),
)
