import { route, routes, rowId } from '@/lib/api/route'
import { server } from '@/lib/composition/services'
import { draftContentSchema } from '@/lib/drafts/draft'
import { requireDraftOwner } from '@/lib/drafts/draft-owner'

const params = { leadKey: rowId }

/** A lead that the form is about to send, under the idempotency key that it is sent with. */
const keep = route(
  { method: 'PUT', need: 'write', params, body: draftContentSchema, audit: null },
  async ({ identity, request, params: { leadKey }, body }) => {
    const { owner, setCookie } = requireDraftOwner(identity, request.headers)
    await server().drafts.keepUnsent(owner, leadKey, body)
    const answer = Response.json({ done: true })
    if (setCookie) answer.headers.set('Set-Cookie', setCookie)
    return answer
  },
)

/** Its writer gives it up. */
const drop = route(
  { method: 'DELETE', need: 'write', params, audit: null },
  ({ identity, request, params: { leadKey } }) =>
    server().drafts.dropUnsent(requireDraftOwner(identity, request.headers).owner, leadKey),
)

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes(keep, drop)
