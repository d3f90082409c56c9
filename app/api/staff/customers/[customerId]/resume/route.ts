import { AppError } from '@/lib/errors'
import { requesterOf } from '@/lib/http/audit-event'
import { others, route } from '@/lib/http/route'
import { rowId } from '@/lib/http/row-id'
import { server } from '@/lib/server'

export const POST = route<{ customerId: string }>('write', async (request, { params, identity }) => {
  const { customers, delivery } = server()
  const customer = await customers.find(rowId(params.customerId))
  if (!customer) throw new AppError('not_found', 'There is no such customer.')
  await delivery.resume(customer.vitecId, requesterOf(request, identity))
  return Response.json({ ...customer, paused: null })
})

export const { GET, PUT, PATCH, DELETE, OPTIONS } = others('POST')
