import { parseInput } from '@/lib/http/parse-input'
import { readJson } from '@/lib/http/read-json'
import { route } from '@/lib/http/route'
import { rowId } from '@/lib/http/row-id'
import { nameChangeSchema } from '@/lib/lead-source/customer-input'
import { server } from '@/lib/server'

export const PATCH = route<{ customerId: string }>('administer', async (request, { params }) => {
  const { value } = await readJson(request)
  const change = parseInput(nameChangeSchema, value)
  return Response.json(await server().customers.change(rowId(params.customerId), change))
})
