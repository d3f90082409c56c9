import { route } from '@/lib/http/route'
import { rowId } from '@/lib/http/row-id'
import { server } from '@/lib/server'

export const POST = route<{ customerId: string }>('write', async (_request, { params }) =>
  Response.json(await server().refreshLeadSources(rowId(params.customerId))),
)
