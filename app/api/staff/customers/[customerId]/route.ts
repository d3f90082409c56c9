import { readJson } from '@/lib/api/read-json'
import { requesterOf } from '@/lib/api/requester'
import { others, route } from '@/lib/api/route'
import { rowId } from '@/lib/api/row-id'
import { server } from '@/lib/composition/server'
import { nameChangeSchema } from '@/lib/customers/customer'
import { parseInput } from '@/lib/validation/parse-input'

export const PATCH = route<{ customerId: string }>('administer', async (request, { params, identity }) => {
  const { value } = await readJson(request)
  const change = parseInput(nameChangeSchema, value)
  const id = rowId(params.customerId)
  return Response.json(await server().customers.change(id, change, requesterOf(request, identity)))
})

export const { GET, POST, PUT, DELETE, OPTIONS } = others('PATCH')
