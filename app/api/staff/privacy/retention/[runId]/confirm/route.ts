import { requesterOf } from '@/lib/http/audit-event'
import { parseInput } from '@/lib/http/parse-input'
import { readJson } from '@/lib/http/read-json'
import { others, route } from '@/lib/http/route'
import { serialId } from '@/lib/http/serial-id'
import { retentionConfirmationSchema } from '@/lib/privacy/retention-run'
import { server } from '@/lib/server'

export const POST = route<{ runId: string }>('administer', async (request, { identity, params }) => {
  const id = serialId(params.runId)
  const { value } = await readJson(request)
  const { retention } = server()
  await retention.confirm(id, parseInput(retentionConfirmationSchema, value), requesterOf(request, identity))
  return Response.json(await retention.report())
})

export const { GET, PUT, PATCH, DELETE, OPTIONS } = others('POST')
