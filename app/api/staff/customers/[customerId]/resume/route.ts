import { AppError } from '@/lib/errors'
import { auditEvent } from '@/lib/http/audit-event'
import { route } from '@/lib/http/route'
import { rowId } from '@/lib/http/row-id'
import { server } from '@/lib/server'

export const POST = route<{ customerId: string }>('write', async (request, { params, identity }) => {
  const { customers, delivery, audit } = server()
  const customer = await customers.find(rowId(params.customerId))
  if (!customer) throw new AppError('not_found', 'There is no such customer.')
  await delivery.resume(customer.vitecId)
  await audit.record(auditEvent(request, identity, 'customer.resume', `customer:${customer.id}`))
  return Response.json({ ...customer, paused: null })
})
