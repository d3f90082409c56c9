import { type CustomerList, newCustomerSchema } from '@/lib/customers/customer'
import { requesterOf } from '@/lib/http/audit-event'
import { parseInput } from '@/lib/http/parse-input'
import { readJson } from '@/lib/http/read-json'
import { others, route } from '@/lib/http/route'
import { server } from '@/lib/server'

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
