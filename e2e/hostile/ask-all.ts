import type { HostileRequest } from './any-request'

/** What a request was answered with; `text` is the body. */
export type Answer = { request: HostileRequest; status: number; type: string; text: string }

const atOnce = 8

/**
 * Asks a server everything, some at a time.
 * @param credentials the headers by which each caller is known
 * @param check what is wrong with an answer, in words; `null` when nothing is
 * @returns each thing that is wrong, with the request that showed it
 */
export async function askAll(
  address: string,
  requests: HostileRequest[],
  credentials: Record<string, Record<string, string>>,
  check: (answer: Answer) => string | null,
): Promise<string[]> {
  const wrong: string[] = []
  const waiting = requests.values()
  const askOnce = async ({ operation, url, headers, body, caller }: HostileRequest) => {
    const response = await fetch(address + url, {
      method: operation.method,
      headers: { ...headers, ...credentials[caller] },
      redirect: 'manual',
      ...(body && { body }),
    })
    return { response, text: await response.text() }
  }
  /** A 503 says to try again: a busy machine may have made it. What breaks the service breaks it again. */
  const ask = async (request: HostileRequest) => {
    let answer = await askOnce(request)
    for (let more = 0; more < 2 && answer.response.status === 503; more++) answer = await askOnce(request)
    return answer
  }
  const askThem = async () => {
    for (const request of waiting) {
      const { response, text } = await ask(request)
      const type = response.headers.get('content-type') ?? ''
      const found = check({ request, status: response.status, type, text })
      if (found) wrong.push(`${found}: ${describe(request)}`)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, askThem))
  return wrong
}

function describe({ caller, operation, url, headers, body }: HostileRequest): string {
  const given = JSON.stringify({
    url: url.slice(0, 300),
    headers,
    body: body && Buffer.from(body).toString('latin1').slice(0, 500),
  })
  return `${caller} ${operation.method} ${operation.path} ${given}`
}
