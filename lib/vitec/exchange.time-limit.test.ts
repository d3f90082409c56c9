import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { expect, it, onTestFinished } from 'vitest'
import { listenHttp } from '@/test/support/vitec/local-server'
import { sendTo } from '@/test/support/vitec/test-client'

/** A Vitec that goes on while this thread stands still, and answers a moment after it was asked. */
const independent = `
  const { parentPort } = require('node:worker_threads')
  const server = require('node:http').createServer((request, response) => {
    request.resume()
    request.once('end', () => {
      parentPort.postMessage('asked')
      setTimeout(() => response.end('"CMLEAD1"'), 100)
    })
  })
  server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port))
`

it('takes an answer that came while the process stood still, though its time is over by then', async () => {
  const vitec = new Worker(independent, { eval: true })
  onTestFinished(async () => void (await vitec.terminate()))
  const [port] = await once(vitec, 'message')
  const asked = once(vitec, 'message')
  const sending = sendTo(`http://127.0.0.1:${port}`, 2_000)
  await asked
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2_500)
  expect(await sending).toMatchObject({ outcome: 'delivered', vitecLeadId: 'CMLEAD1' })
})

it('gives up on an answer that does not come', async () => {
  const base = await listenHttp(async (_, response) => {
    await delay(2_000)
    response.end('"CMLEAD1"')
  })
  expect(await sendTo(base, 200)).toMatchObject({ outcome: 'unknown', errorKind: 'timeout' })
})
