import { parseInput } from '@/lib/http/parse-input'
import { readJson } from '@/lib/http/read-json'
import { route } from '@/lib/http/route'
import { rowId } from '@/lib/http/row-id'
import { newLeadSourceSchema } from '@/lib/lead-source/customer-input'
import { server } from '@/lib/server'

export const POST = route<{ customerId: string }>('administer', async (request, { params }) => {
  const { value } = await readJson(request)
  const leadSource = parseInput(newLeadSourceSchema, value)
  return Response.json(await server().customers.addLeadSource(rowId(params.customerId), leadSource), {
    status: 201,
  })
})
