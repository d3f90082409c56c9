import { Agent, request } from 'node:https'
import { text } from 'node:stream/consumers'
import { setTimeout as delay } from 'node:timers/promises'
import { leadBody } from '../crash/load.mjs'

const customers = Array.from({ length: 10 }, (_, number) => `KUND${number + 10}`)
const callers = 8
/** In ms: some two hundred requests a second. */
const between = 20
const patience = 30_000

/**
 * Callers that store a lead and then ask for it, over connections that they keep, until they are stopped. What is not
 * answered as it should be is an error; nothing is repeated.
 * @param {{ address: string, key: string }} options
 */
export function startSteadyLoad({ address, key }) {
  const agent = new Agent({ keepAlive: true, maxSockets: callers, rejectUnauthorized: false })
  const found = { requests: 0, slowestMs: 0, errors: /** @type {string[]} */ ([]) }
  /** @type {{ id: string, lastName: string }[]} */
  const acknowledged = []
  let isStopped = false
  let number = 0

  const ask = async (/** @type {string} */ method, /** @type {string} */ path, body = '') => {
    const began = performance.now()
    found.requests += 1
    const answer = await send(`${address}${path}`, { method, agent, body, key }).catch((error) => ({
      status: error.code ?? error.message,
      text: '',
    }))
    found.slowestMs = Math.max(found.slowestMs, performance.now() - began)
    if (answer.status === 200 || answer.status === 202) return JSON.parse(answer.text)
    found.errors.push(`${method} ${answer.status} ${answer.text.slice(0, 80).replaceAll(/\s+/g, ' ')}`)
    return null
  }
  const call = async () => {
    while (!isStopped) {
      const lastName = `Omstart${number++}`
      const customerId = customers[number % customers.length] ?? ''
      const stored = await ask('POST', '/api/lead', JSON.stringify(leadBody({ lastName, customerId })))
      if (stored) {
        acknowledged.push({ id: stored.id, lastName })
        await ask('GET', `/api/lead/${stored.id}`)
      }
      await delay(between)
    }
  }
  const running = Promise.all(Array.from({ length: callers }, call))
  return {
    found,
    acknowledged,
    stop: async () => {
      isStopped = true
      await running
      agent.destroy()
    },
  }
}

/** @param {string} url @param {{ method: string, agent: Agent, body: string, key: string }} options */
function send(url, { method, agent, body, key }) {
  return new Promise((resolve, reject) => {
    const headers = {
      'X-API-Key': key,
      Prefer: 'respond-async',
      ...(body && { 'Content-Type': 'application/json' }),
    }
    const call = request(url, { method, agent, headers, timeout: patience }, (answer) =>
      text(answer).then((said) => resolve({ status: answer.statusCode, text: said }), reject),
    )
    call.once('timeout', () => call.destroy(new Error('no answer in time')))
    call.once('error', reject)
    call.end(body)
  })
}
