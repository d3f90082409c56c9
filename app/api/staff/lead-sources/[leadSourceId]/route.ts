import { nameChangeSchema } from '@/lib/customers/customer'
import { requesterOf } from '@/lib/http/audit-event'
import { parseInput } from '@/lib/http/parse-input'
import { readJson } from '@/lib/http/read-json'
import { others, route } from '@/lib/http/route'
import { rowId } from '@/lib/http/row-id'
import { server } from '@/lib/server'

export const PATCH = route<{ leadSourceId: string }>('administer', async (request, { params, identity }) => {
  const { value } = await readJson(request)
  const change = parseInput(nameChangeSchema, value)
  const id = rowId(params.leadSourceId)
  return Response.json(await server().customers.changeLeadSource(id, change, requesterOf(request, identity)))
})

export const { GET, POST, PUT, DELETE, OPTIONS } = others('PATCH')
