import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { isLoopback } from '@/lib/environments/environment'
import { errorAnswerSchema } from '@/lib/leads/lead-answer'
import { createGate } from './gate'

let gate = createGate(isLoopback)
beforeEach(async () => {
  gate = createGate(isLoopback)
  gate.open((_, response) => response.end('reached'))
  await once(gate.server.listen(0, '127.0.0.1'), 'listening')
})
afterEach(() => gate.close())

// A listening TCP server has an address of this shape.
const connectToGate = () => connect((gate.server.address() as AddressInfo).port, '127.0.0.1')

async function answerTo(sent: string) {
  const socket = connectToGate()
  socket.write(sent)
  const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n')
  return { statusCode: Number(head.split(' ')[1]), head, body }
}

const host = 'Host: localhost\r\n'
const long = 'a'.repeat(9_000)

it.each([
  {
    what: 'headers that are too long together',
    sent: `GET / HTTP/1.1\r\n${host}A: ${long}\r\nB: ${long}\r\n\r\n`,
    code: 431,
  },
  {
    what: 'an address that is longer than all that is read',
    sent: `GET /${long}${long} HTTP/1.1\r\n${host}\r\n`,
    code: 431,
  },
  { what: 'what is not HTTP', sent: 'EHLO mail.example.com\r\n\r\n', code: 400 },
  {
    what: 'two lengths for one body',
    sent: `POST / HTTP/1.1\r\n${host}Content-Length: 1\r\nContent-Length: 2\r\n\r\n`,
    code: 400,
  },
  { what: 'a header with a line break in it', sent: `GET / HTTP/1.1\r\n${host}A: b\rc\r\n\r\n`, code: 400 },
  { what: 'no Host', sent: 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', code: 421 },
  {
    what: 'a wish that nobody fulfils',
    sent: `POST / HTTP/1.1\r\n${host}Expect: cake\r\nContent-Length: 1\r\n\r\n`,
    code: 417,
  },
])('answers $what in the shape every answer has, because a client reads it', async ({ sent, code }) => {
  const { statusCode, head, body } = await answerTo(sent)
  expect(statusCode).toBe(code)
  expect(head).toContain('application/json')
  // Its code is one of the closed list that the API's document has.
  expect(errorAnswerSchema.parse(JSON.parse(body))).toMatchObject({
    message: expect.stringMatching(/\.$|machine/),
    request_id: /X-Request-Id: (.*)/i.exec(head)?.[1],
  })
})

it('writes nothing into an answer that has begun', async () => {
  gate.open((_, response) => {
    response.writeHead(200, { 'Content-Length': 10 })
    response.write('begun')
  })
  const socket = connectToGate()
  socket.write(`GET / HTTP/1.1\r\n${host}\r\n`)
  let answer = ''
  socket.on('data', (bytes) => {
    answer += bytes
    if (answer.endsWith('begun')) socket.write('rubbish\r\n\r\n')
  })
  await once(socket, 'close')
  expect(answer).toMatch(/begun$/)
})
