import { invitationSchema } from '@/lib/access/person-input'
import { parseInput } from '@/lib/http/parse-input'
import { readJson } from '@/lib/http/read-json'
import { route } from '@/lib/http/route'
import { server } from '@/lib/server'
import { peopleOf } from '@/lib/server/signed-in'

export const POST = route('administer', async (request) => {
  const { value } = await readJson(request)
  const invited = await peopleOf(server()).invite(parseInput(invitationSchema, value))
  return Response.json(invited, { status: 201 })
})
