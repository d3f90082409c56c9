import { readJson } from '@/lib/api/read-json'
import { requesterOf } from '@/lib/api/requester'
import { others, route } from '@/lib/api/route'
import { rowId } from '@/lib/api/row-id'
import { server } from '@/lib/composition/server'
import { vitecAccountSchema } from '@/lib/customers/vitec-account'
import { AppError } from '@/lib/errors'
import { parseInput } from '@/lib/validation/parse-input'

export const POST = route<{ customerId: string }>('administer', async (request, { params, identity }) => {
  const id = rowId(params.customerId)
  const { value } = await readJson(request)
  await server().vitecAccounts.set(id, parseInput(vitecAccountSchema, value), requesterOf(request, identity))
  return Response.json(await customer(id))
})

export const DELETE = route<{ customerId: string }>('administer', async (request, { params, identity }) => {
  const id = rowId(params.customerId)
  await server().vitecAccounts.remove(id, requesterOf(request, identity))
  return Response.json(await customer(id))
})

async function customer(id: string) {
  const found = await server().customers.find(id)
  if (!found) throw new AppError('not_found', 'There is no such customer.')
  return found
}

export const { GET, PUT, PATCH, OPTIONS } = others('POST', 'DELETE')
