import { invitationSchema } from '@/lib/access/person-input'
import { auditEvent } from '@/lib/http/audit-event'
import { parseInput } from '@/lib/http/parse-input'
import { readJson } from '@/lib/http/read-json'
import { route } from '@/lib/http/route'
import { server } from '@/lib/server'
import { peopleOf } from '@/lib/server/signed-in'

export const POST = route('administer', async (request, { identity }) => {
  const { value } = await readJson(request)
  const invited = await peopleOf(server()).invite(parseInput(invitationSchema, value))
  const subject = `invitation:${invited.invitation.id}` as const
  await server().audit.record(auditEvent(request, identity, 'person.invite', subject))
  return Response.json(invited, { status: 201 })
})
