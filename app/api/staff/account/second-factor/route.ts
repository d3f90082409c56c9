import { passwordSchema } from '@/lib/access/person-input'
import { parseInput } from '@/lib/http/parse-input'
import { readJson } from '@/lib/http/read-json'
import { route } from '@/lib/http/route'
import { server } from '@/lib/server'
import { limitSignIn } from '@/lib/server/limit-sign-in'
import { peopleOf, personIdOf } from '@/lib/server/signed-in'
import { tellOfRefusal } from '@/lib/server/tell-of-refusal'

/** Begins to set up a second factor; it is asked for once a code of it was confirmed. */
export const POST = route('read', async (request, { identity, limits }) => {
  const services = server()
  const { auth } = peopleOf(services)
  const { value } = await readJson(request)
  const { password } = parseInput(passwordSchema, value)
  await limitSignIn(services, request, personIdOf(identity), limits)
  const begun = await tellOfRefusal(services, request, {
    verb: 'person.refuse-password',
    work: auth.beginSecondFactor(password, request.headers),
    personId: async () => personIdOf(identity),
  })
  return Response.json(begun)
})
