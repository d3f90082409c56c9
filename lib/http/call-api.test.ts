import { createServer, type RequestListener } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { ApiError } from './api-error'
import { callApi } from './call-api'

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
