import { createServer, type RequestListener } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { ApiError, callApi } from './call-api'
import { type SignedInAgain, setSignInPrompt } from './ended-session'

let stop = async () => {}
afterEach(() => stop())

/** Serves `answer` on a free port; resolves to its address. */
async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  stop = () => new Promise((resolve) => server.close(() => resolve()))
  const address = server.address()
  return typeof address === 'object' ? `http://127.0.0.1:${address?.port}` : ''
}

const refusal = async (call: Promise<unknown>): Promise<ApiError> => {
  const error = await call.then(
    () => null,
    (error: unknown) => error,
  )
  if (error instanceof ApiError) return error
  throw new Error('the call was not refused')
}

describe('callApi', () => {
  const answer = z.object({ id: z.string() })

  it('sends JSON and gives the answer in its shape, without what is not part of it', async () => {
    let seen = ''
    const url = await serve((request, response) => {
      request.on('data', (chunk) => {
        seen += `${request.method} ${request.headers['content-type']} ${chunk}`
      })
      request.on('end', () => response.end('{"id":"a","more":1}'))
    })
    expect(await callApi(url, { method: 'POST', body: { x: 1 }, answer })).toEqual({ id: 'a' })
    expect(seen).toBe('POST application/json {"x":1}')
  })

  it('tells which fields are wrong, so that the form can say it beside them', async () => {
    const errors = [{ field: 'person.phone', code: 'invalid_phone', message: 'Must be …' }]
    const url = await serve((_, response) => {
      response.writeHead(422).end(JSON.stringify({ code: 'invalid_fields', errors }))
    })
    const error = await refusal(callApi(url, { answer }))
    expect(error.status).toBe(422)
    expect(error.refusal.errors).toEqual([{ field: 'person.phone', code: 'invalid_phone', params: {} }])
  })

  it('survives an answer that is not ours: a proxy may speak HTML', async () => {
    const url = await serve((_, response) => {
      response.writeHead(502).end('<h1>Bad gateway</h1>')
    })
    expect((await refusal(callApi(url, { answer }))).status).toBe(502)
  })

  it('refuses a success of another shape rather than pass it on', async () => {
    const url = await serve((_, response) => {
      response.end('{}')
    })
    expect((await refusal(callApi(url, { answer }))).status).toBe(200)
  })

  it('has no status when nobody answers, because then nobody knows what happened', async () => {
    const url = await serve((request) => request.socket.destroy())
    expect((await refusal(callApi(url, { answer }))).status).toBeNull()
  })
})

describe('callApi after the session has ended', () => {
  const answer = z.object({ id: z.string() })
  let keys: (string | undefined)[] = []

  /** A server that knows no caller the first time; and a person who signs in, or does not, when asked to. */
  async function serveSignedOut(ended: SignedInAgain, code = 'unauthenticated') {
    keys = []
    let asked = 0
    const url = await serve((request, response) => {
      keys.push(String(request.headers['idempotency-key']))
      if (keys.length === 1) response.writeHead(401).end(JSON.stringify({ code }))
      else response.end('{"id":"a"}')
    })
    const stopAsking = setSignInPrompt(async () => {
      asked++
      return ended
    })
    return { url, asked: () => asked, stopAsking }
  }
  const act = { method: 'POST', body: {}, answer, idempotencyKey: 'one' } as const

  it('sends the same again, under the same key, once the same person has signed in', async () => {
    const { url, stopAsking } = await serveSignedOut('same')
    expect(await callApi(url, act)).toEqual({ id: 'a' })
    expect(keys).toEqual(['one', 'one'])
    stopAsking()
  })

  it('sends nothing in the name of another person, and nothing where nobody signs in', async () => {
    for (const [ended, code] of [
      ['other', 'other_person'],
      ['none', 'unauthenticated'],
    ] as const) {
      const { url, stopAsking } = await serveSignedOut(ended)
      expect((await refusal(callApi(url, act))).refusal.code).toBe(code)
      expect(keys).toHaveLength(1)
      stopAsking()
      await stop()
    }
  })

  it('asks for nothing where somebody only reads, or where a proxy asks for a password of its own', async () => {
    for (const [call, code] of [
      [{ answer }, 'unauthenticated'],
      [{ ...act, isRead: true }, 'unauthenticated'],
      [act, ''],
    ] as const) {
      const { url, asked, stopAsking } = await serveSignedOut('same', code)
      expect((await refusal(callApi(url, call))).status).toBe(401)
      expect(asked()).toBe(0)
      stopAsking()
      await stop()
    }
  })
})
