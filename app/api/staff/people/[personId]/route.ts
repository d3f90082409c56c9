import { readJson } from '@/lib/api/read-json'
import { requesterOf } from '@/lib/api/requester'
import { others, route } from '@/lib/api/route'
import { rowId } from '@/lib/api/row-id'
import { peopleOf } from '@/lib/auth/answer-sign-in'
import { server } from '@/lib/composition/server'
import { personChangeSchema } from '@/lib/people/person-input'
import { parseInput } from '@/lib/validation/parse-input'

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
