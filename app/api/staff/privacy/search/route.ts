import { parseInput } from '@/lib/http/parse-input'
import { readJson } from '@/lib/http/read-json'
import { route } from '@/lib/http/route'
import { personSearchSchema } from '@/lib/privacy/person-search'
import { server } from '@/lib/server'

/** A POST, because what is searched for is a person, and an address is logged and kept. */
export const POST = route('administer', async (request) => {
  const { value } = await readJson(request)
  return Response.json(await server().privacy.find(parseInput(personSearchSchema, value).search))
})
