import { auditEvent } from '@/lib/api/requester'
import { others, route } from '@/lib/api/route'
import { answerWithCookies, peopleOf } from '@/lib/auth/answer-sign-in'
import { server } from '@/lib/composition/server'

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
