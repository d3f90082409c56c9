import { readJson } from '@/lib/api/read-json'
import { requesterOf } from '@/lib/api/requester'
import { others, route } from '@/lib/api/route'
import { rowId } from '@/lib/api/row-id'
import { server } from '@/lib/composition/server'
import { sendAgainRequestSchema } from '@/lib/deliveries/delivery'
import { parseInput } from '@/lib/validation/parse-input'

export const POST = route<{ leadId: string }>('write', async (request, { params, identity }) => {
  const { delivery } = server()
  const leadId = rowId(params.leadId)
  const { attempts } = parseInput(sendAgainRequestSchema, (await readJson(request)).value)
  await delivery.act(leadId, 'send_again', requesterOf(request, identity), attempts)
  return Response.json(await delivery.attemptNow(leadId, { wait: true }))
})

export const { GET, PUT, PATCH, DELETE, OPTIONS } = others('POST')
