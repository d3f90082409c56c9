import { route } from '@/lib/http/route'
import { rowId } from '@/lib/http/row-id'
import { server } from '@/lib/server'

export const POST = route<{ apiKeyId: string }>('administer', async (_request, { params }) =>
  Response.json(await server().apiKeys.revoke(rowId(params.apiKeyId))),
)
