import { requesterOf } from '@/lib/api/requester'
import { others, route } from '@/lib/api/route'
import { rowId } from '@/lib/api/row-id'
import { server } from '@/lib/composition/server'

export const POST = route<{ apiKeyId: string }>('administer', async (request, { params, identity }) => {
  const id = rowId(params.apiKeyId)
  return Response.json(await server().apiKeys.revoke(id, requesterOf(request, identity)))
})

export const { GET, PUT, PATCH, DELETE, OPTIONS } = others('POST')
