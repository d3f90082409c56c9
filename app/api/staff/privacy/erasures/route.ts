import { actorOf } from '@/lib/access/identity'
import { clientAddress } from '@/lib/http/client-address'
import { parseInput } from '@/lib/http/parse-input'
import { readJson } from '@/lib/http/read-json'
import { route } from '@/lib/http/route'
import { erasureRequestSchema } from '@/lib/privacy/erasure'
import { server } from '@/lib/server'

/** Its audit event is written with it, all or nothing. */
export const POST = route('administer', async (request, { identity }) => {
  const { value } = await readJson(request)
  const requester = { by: actorOf(identity), from: clientAddress(request) }
  const receipt = await server().privacy.erase(parseInput(erasureRequestSchema, value), requester)
  return Response.json(receipt, { status: 201 })
})
