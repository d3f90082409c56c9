import { route, routes } from '@/lib/api/route'
import { server } from '@/lib/composition/services'
import { newViewSchema } from '@/lib/views/view'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  route({ method: 'GET', need: 'read' }, ({ identity }) => server().views.list(identity)),
  route(
    { method: 'POST', need: 'read', body: newViewSchema, audit: 'view.share', status: 201 },
    ({ body, identity, requester }) => server().views.add(identity, body, requester),
  ),
)
