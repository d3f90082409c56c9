import { others, route } from '@/lib/http/route'
import { rowId } from '@/lib/http/row-id'
import { server } from '@/lib/server'

export const GET = route<{ bulkSendId: string }>('read', async (_request, { params }) =>
  Response.json(await server().bulkSends.read(rowId(params.bulkSendId))),
)

export const { POST, PUT, PATCH, DELETE, OPTIONS } = others('GET')
