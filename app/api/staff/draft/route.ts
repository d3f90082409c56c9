import { route, routes } from '@/lib/api/route'
import { server } from '@/lib/composition/services'
import { saveDraftRequestSchema } from '@/lib/drafts/draft'
import { requireDraftOwner } from '@/lib/drafts/draft-owner'

const read = route({ method: 'GET', need: 'write' }, ({ identity, request }) =>
  server().drafts.read(requireDraftOwner(identity, request.headers).owner),
)

/** Of nobody but who asks: no address and no body names another's. */
const save = route(
  { method: 'PUT', need: 'write', body: saveDraftRequestSchema, audit: null },
  async ({ identity, request, body }) => {
    const { owner, setCookie } = requireDraftOwner(identity, request.headers)
    const answer = Response.json(await server().drafts.save(owner, body))
    if (setCookie) answer.headers.set('Set-Cookie', setCookie)
    return answer
  },
)

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes(read, save)
