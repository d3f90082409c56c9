import { personChangeSchema } from '@/lib/access/person-input'
import { parseInput } from '@/lib/http/parse-input'
import { readJson } from '@/lib/http/read-json'
import { route } from '@/lib/http/route'
import { rowId } from '@/lib/http/row-id'
import { server } from '@/lib/server'
import { peopleOf } from '@/lib/server/signed-in'

export const PATCH = route<{ personId: string }>('administer', async (request, { params }) => {
  const { value } = await readJson(request)
  const change = parseInput(personChangeSchema, value)
  return Response.json(await peopleOf(server()).change(rowId(params.personId), change))
})
