/** A JSON answer that has the browser keep cookies. */
export function answerWithCookies(body: object, cookies: string[]): Response {
  const answer = Response.json(body)
  for (const cookie of cookies) answer.headers.append('Set-Cookie', cookie)
  return answer
}
