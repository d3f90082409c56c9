import { auditEvent } from '@/lib/api/requester'
import { others, route } from '@/lib/api/route'
import { answerWithCookies } from '@/lib/http/answer-with-cookies'
import { server } from '@/lib/server'
import { peopleOf } from '@/lib/server/signed-in'

export const POST = route('public', async (request) => {
  const { auth } = peopleOf(server())
  const identity = await auth.identify(request.headers)
  const { cookies } = await auth.signOut(request.headers)
  if (identity?.kind === 'person') {
    const event = auditEvent(request, identity, 'person.sign-out', `person:${identity.id}`)
    await server().audit.record(event)
  }
  return answerWithCookies({ done: true }, cookies)
})

export const { GET, PUT, PATCH, DELETE, OPTIONS } = others('POST')
