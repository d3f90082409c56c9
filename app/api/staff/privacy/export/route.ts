import { auditEvent } from '@/lib/http/audit-event'
import { parseInput } from '@/lib/http/parse-input'
import { readJson } from '@/lib/http/read-json'
import { route } from '@/lib/http/route'
import { chosenLeadsSchema } from '@/lib/privacy/erasure'
import { server } from '@/lib/server'

/** Recorded before it is handed out, lead by lead. */
export const POST = route('administer', async (request, { identity }) => {
  const { value } = await readJson(request)
  const { leadIds } = parseInput(chosenLeadsSchema, value)
  const { audit, privacy } = server()
  const exported = await privacy.export(leadIds)
  for (const { id } of exported.leads)
    await audit.record(auditEvent(request, identity, 'privacy.export', `lead:${id}`))
  return Response.json(exported)
})
