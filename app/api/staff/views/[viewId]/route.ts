import { route, routes, rowId } from '@/lib/api/route'
import { server } from '@/lib/composition/services'
import { viewChangeSchema } from '@/lib/views/view'

const params = { viewId: rowId }

/** Whose view it is, or that they administer those that are shared, the store looks at. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  route(
    {
      method: 'PATCH',
      need: 'read',
      params,
      body: viewChangeSchema,
      audit: ['view.share', 'view.change', 'view.unshare'],
    },
    ({ params: { viewId }, body, identity, requester }) =>
      server().views.change(identity, viewId, body, requester),
  ),
  route(
    { method: 'DELETE', need: 'read', params, audit: 'view.remove' },
    ({ params: { viewId }, identity, requester }) => server().views.remove(identity, viewId, requester),
  ),
)
