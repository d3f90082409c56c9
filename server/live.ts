import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Env } from '@/lib/env'
import { liveAnswer } from '@/lib/version'
import { listen } from './listen'
import { refuse } from './refusal'

/** Asked by what would restart a process that does not answer: one that is starting or stopping does. */
const livePath = '/api/health/live'
const methods = ['GET', 'HEAD']

/** Answers whether the process answers, without the application; false where something else was asked. */
export function answerLive({ url = '', method = '' }: IncomingMessage, response: ServerResponse): boolean {
  if (url.split('?', 1)[0] !== livePath) return false
  const allow = methods.join(', ')
  if (methods.includes(method)) {
    response.writeHead(200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' })
    response.end(JSON.stringify(liveAnswer))
  } else
    refuse(response, {
      code: 'method_not_allowed',
      message: `${method} is not allowed here; ${allow} is.`,
      allow,
    })
  return true
}

/**
 * Says at a port of its own that the process answers, from its first moment to its last, and nothing else.
 * @throws {StartError} when the address cannot be had
 */
export async function openLivePort({ HOST, LIVE_PORT }: Pick<Env, 'HOST' | 'LIVE_PORT'>): Promise<void> {
  if (LIVE_PORT === undefined) return
  const limits = { headersTimeout: 10_000, requestTimeout: 10_000, keepAliveTimeout: 1_000 }
  const server = createServer(limits, (request, response) => {
    if (!answerLive(request, response))
      refuse(response, { code: 'not_found', message: `There is nothing here but ${livePath}.` })
  })
  await listen(server, { HOST, PORT: LIVE_PORT }, 'LIVE_PORT')
}
