import { vitecAccountSchema } from '@/lib/customers/vitec-account'
import { AppError } from '@/lib/errors'
import { requesterOf } from '@/lib/http/audit-event'
import { parseInput } from '@/lib/http/parse-input'
import { readJson } from '@/lib/http/read-json'
import { others, route } from '@/lib/http/route'
import { rowId } from '@/lib/http/row-id'
import { server } from '@/lib/server'

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
