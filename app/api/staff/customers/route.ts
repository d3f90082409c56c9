import { readJson } from '@/lib/api/read-json'
import { requesterOf } from '@/lib/api/requester'
import { others, route } from '@/lib/api/route'
import { server } from '@/lib/composition/server'
import { type CustomerList, newCustomerSchema } from '@/lib/customers/customer'
import { parseInput } from '@/lib/validation/parse-input'

export const GET = route('read', async () => {
  const { customers, canRefreshLeadSources, vitecAccounts, defaultCustomerId } = server()
  const list: CustomerList = {
    customers: await customers.list(),
    canRefresh: canRefreshLeadSources,
    canSetAccounts: vitecAccounts.canSet,
    defaultCustomerId,
  }
  return Response.json(list)
})

export const POST = route('administer', async (request, { identity }) => {
  const { value } = await readJson(request)
  const customer = await server().customers.add(
    parseInput(newCustomerSchema, value),
    requesterOf(request, identity),
  )
  return Response.json(customer, { status: 201 })
})

export const { PUT, PATCH, DELETE, OPTIONS } = others('GET', 'POST')
