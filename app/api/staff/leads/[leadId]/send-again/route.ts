import { sendAgainRequestSchema } from '@/lib/delivery/send-again-request'
import { parseInput } from '@/lib/http/parse-input'
import { readJson } from '@/lib/http/read-json'
import { route } from '@/lib/http/route'
import { rowId } from '@/lib/http/row-id'
import { server } from '@/lib/server'

export const POST = route<{ leadId: string }>('write', async (request, { params }) => {
  const leadId = rowId(params.leadId)
  const { attempts } = parseInput(sendAgainRequestSchema, (await readJson(request)).value)
  return Response.json(await server().delivery.sendAgain(leadId, attempts))
})
