import { readJson } from '@/lib/api/read-json'
import { requesterOf } from '@/lib/api/requester'
import { others, route } from '@/lib/api/route'
import { serialId } from '@/lib/api/row-id'
import { server } from '@/lib/composition/server'
import { retentionConfirmationSchema } from '@/lib/privacy/retention-run'
import { parseInput } from '@/lib/validation/parse-input'

export const POST = route<{ runId: string }>('administer', async (request, { identity, params }) => {
  const id = serialId(params.runId)
  const { value } = await readJson(request)
  const { retention } = server()
  await retention.confirm(id, parseInput(retentionConfirmationSchema, value), requesterOf(request, identity))
  return Response.json(await retention.report())
})

export const { GET, PUT, PATCH, DELETE, OPTIONS } = others('POST')
