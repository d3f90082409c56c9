import { readJson } from '@/lib/api/read-json'
import { requesterOf } from '@/lib/api/requester'
import { others, route } from '@/lib/api/route'
import { rowId } from '@/lib/api/row-id'
import { server } from '@/lib/composition/server'
import { newLeadSourceSchema } from '@/lib/customers/customer'
import { parseInput } from '@/lib/validation/parse-input'

export const POST = route<{ customerId: string }>('administer', async (request, { params, identity }) => {
  const { value } = await readJson(request)
  const leadSource = parseInput(newLeadSourceSchema, value)
  const id = rowId(params.customerId)
  const customer = await server().customers.addLeadSource(id, leadSource, requesterOf(request, identity))
  return Response.json(customer, { status: 201 })
})

export const { GET, PUT, PATCH, DELETE, OPTIONS } = others('POST')
