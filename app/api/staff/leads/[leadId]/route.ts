import { others, route } from '@/lib/api/route'
import { server } from '@/lib/composition/server'
import { AppError } from '@/lib/errors'

export const GET = route<{ leadId: string }>('read', async (_request, { params }) => {
  const record = await server().leads.record(params.leadId)
  if (!record) throw new AppError('not_found', 'There is no such lead.')
  return Response.json(record)
})

export const { POST, PUT, PATCH, DELETE, OPTIONS } = others('GET')
