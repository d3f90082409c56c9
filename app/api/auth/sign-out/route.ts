import { answerWithCookies } from '@/lib/http/answer-with-cookies'
import { route } from '@/lib/http/route'
import { server } from '@/lib/server'
import { peopleOf } from '@/lib/server/signed-in'

export const POST = route('public', async (request) => {
  const { cookies } = await peopleOf(server()).auth.signOut(request.headers)
  return answerWithCookies({ done: true }, cookies)
})
