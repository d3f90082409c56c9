import { requesterOf } from '@/lib/api/requester'
import { others, route } from '@/lib/api/route'
import { rowId } from '@/lib/api/row-id'
import { server } from '@/lib/composition/server'
import { AppError } from '@/lib/errors'

export const POST = route<{ customerId: string }>('write', async (request, { params, identity }) => {
  const { customers, delivery } = server()
  const customer = await customers.find(rowId(params.customerId))
  if (!customer) throw new AppError('not_found', 'There is no such customer.')
  await delivery.resume(customer.vitecId, requesterOf(request, identity))
  return Response.json({ ...customer, paused: null })
})

export const { GET, PUT, PATCH, DELETE, OPTIONS } = others('POST')
