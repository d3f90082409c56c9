import { others, route } from '@/lib/api/route'
import { server } from '@/lib/composition/server'
import { defaultCustomer, requireCustomer } from '@/lib/customers/allowed-customer'
import { customerFields } from '@/lib/customers/customer'
import { AppError } from '@/lib/errors'

export const GET = route('intake', async (request, { identity }) => {
  const { customers, defaultCustomerId } = server()
  const customerId =
    new URL(request.url).searchParams.get('customer_id') || defaultCustomer(identity, defaultCustomerId)
  if (!customerId)
    throw new AppError('no_default_customer', 'Name a customer: /api/lead-sources?customer_id=…')
  const known = customerFields.customer_id.safeParse(customerId)
  requireCustomer(identity, known.data ?? customerId)
  const leadSources = known.success ? await customers.activeLeadSources(known.data) : []
  return Response.json(leadSources.map(({ vitecId, name }) => ({ id: vitecId, name })))
})

export const { POST, PUT, PATCH, DELETE, OPTIONS } = others('GET')
