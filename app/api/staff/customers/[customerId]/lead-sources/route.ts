import { newLeadSourceSchema } from '@/lib/customers/customer'
import { requesterOf } from '@/lib/http/audit-event'
import { parseInput } from '@/lib/http/parse-input'
import { readJson } from '@/lib/http/read-json'
import { others, route } from '@/lib/http/route'
import { rowId } from '@/lib/http/row-id'
import { server } from '@/lib/server'

export const POST = route<{ customerId: string }>('administer', async (request, { params, identity }) => {
  const { value } = await readJson(request)
  const leadSource = parseInput(newLeadSourceSchema, value)
  const id = rowId(params.customerId)
  const customer = await server().customers.addLeadSource(id, leadSource, requesterOf(request, identity))
  return Response.json(customer, { status: 201 })
})

export const { GET, PUT, PATCH, DELETE, OPTIONS } = others('POST')
