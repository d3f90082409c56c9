import { route } from '@/lib/http/route'
import { rowId } from '@/lib/http/row-id'
import { server } from '@/lib/server'

export const POST = route<{ leadId: string }>('write', async (_request, { params }) =>
  Response.json(await server().lookUp(rowId(params.leadId))),
)
