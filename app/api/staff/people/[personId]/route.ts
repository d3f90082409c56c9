import { requesterOf } from '@/lib/http/audit-event'
import { parseInput } from '@/lib/http/parse-input'
import { readJson } from '@/lib/http/read-json'
import { others, route } from '@/lib/http/route'
import { rowId } from '@/lib/http/row-id'
import { personChangeSchema } from '@/lib/people/person-input'
import { server } from '@/lib/server'
import { peopleOf } from '@/lib/server/signed-in'

export const PATCH = route<{ personId: string }>('administer', async (request, { params, identity }) => {
  const { value } = await readJson(request)
  const change = parseInput(personChangeSchema, value)
  const id = rowId(params.personId)
  return Response.json(await peopleOf(server()).change(id, change, requesterOf(request, identity)))
})

/** Removes somebody who was shut out before. */
export const DELETE = route<{ personId: string }>('administer', async (request, { params, identity }) => {
  const id = rowId(params.personId)
  await peopleOf(server()).remove(id, requesterOf(request, identity))
  return Response.json({ done: true })
})

export const { GET, POST, PUT, OPTIONS } = others('PATCH', 'DELETE')
