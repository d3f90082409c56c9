import { route } from '@/lib/http/route'
import { server } from '@/lib/server'
import { peopleOf, personIdOf } from '@/lib/server/signed-in'

export const POST = route('read', async (_request, { identity }) => {
  await peopleOf(server()).signOutEverywhere(personIdOf(identity))
  return Response.json({ done: true })
})
