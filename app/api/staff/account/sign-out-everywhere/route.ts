import { auditEvent } from '@/lib/http/audit-event'
import { route } from '@/lib/http/route'
import { server } from '@/lib/server'
import { peopleOf, personIdOf } from '@/lib/server/signed-in'

export const POST = route('read', async (request, { identity }) => {
  const id = personIdOf(identity)
  await peopleOf(server()).signOutEverywhere(id)
  await server().audit.record(auditEvent(request, identity, 'person.sign-out-everywhere', `person:${id}`))
  return Response.json({ done: true })
})
