import { auditEvent } from '@/lib/http/audit-event'
import { parseInput } from '@/lib/http/parse-input'
import { readJson } from '@/lib/http/read-json'
import { route } from '@/lib/http/route'
import { rowId } from '@/lib/http/row-id'
import { newLeadSourceSchema } from '@/lib/lead-source/customer-input'
import { server } from '@/lib/server'

export const POST = route<{ customerId: string }>('administer', async (request, { params, identity }) => {
  const { value } = await readJson(request)
  const leadSource = parseInput(newLeadSourceSchema, value)
  const customer = await server().customers.addLeadSource(rowId(params.customerId), leadSource)
  const added = customer.leadSources.find(({ vitecId }) => vitecId === leadSource.vitecId)
  const subject = added ? (`lead-source:${added.id}` as const) : (`customer:${customer.id}` as const)
  await server().audit.record(auditEvent(request, identity, 'lead-source.add', subject))
  return Response.json(customer, { status: 201 })
})
