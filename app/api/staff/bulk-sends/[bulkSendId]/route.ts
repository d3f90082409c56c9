import { others, route } from '@/lib/api/route'
import { rowId } from '@/lib/api/row-id'
import { server } from '@/lib/composition/server'

export const GET = route<{ bulkSendId: string }>('read', async (_request, { params }) =>
  Response.json(await server().bulkSends.read(rowId(params.bulkSendId))),
)

export const { POST, PUT, PATCH, DELETE, OPTIONS } = others('GET')
