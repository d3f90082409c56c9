import dns from 'node:dns'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { beginLease } from '@/lib/deliveries/lease'
import { KnownAddresses } from './known-addresses'
import { exampleLead } from './testing/example-lead'
import { listenHttp } from './testing/local-server'
import { testClient } from './testing/test-client'

let asked: string[]
/** How the name server answers. */
let answer: (done: (error: Error | null, addresses?: dns.LookupAddress[]) => void) => void
beforeEach(() => {
  asked = []
  answer = (done) => done(null, [{ address: '127.0.0.1', family: 4 }])
  const { lookup } = dns
  vi.spyOn(dns, 'lookup').mockImplementation((...all: unknown[]) => {
    const host = String(all[0])
    if (!host.endsWith('.example')) return Reflect.apply(lookup, dns, all)
    asked.push(host)
    // Called as the code under test calls it: with options and a callback.
    answer(all[2] as Parameters<typeof answer>[0])
  })
})
afterEach(() => {
  vi.restoreAllMocks()
})

it('asks a slow name server before the lease begins, or nothing would ever be sent', async () => {
  const baseUrl = await listenHttp((_, response) => {
    response.setHeader('Content-Type', 'application/json').end('"CMLEAD1"')
  })
  answer = (done) => setTimeout(done, 300, null, [{ address: '127.0.0.1', family: 4 }])
  const client = testClient(baseUrl.replace('127.0.0.1', 'vitec.example'))
  const request = await client.prepare(exampleLead, 'x')
  expect(await request.send(beginLease(undefined, 200))).toMatchObject({ outcome: 'delivered' })
  expect(asked).toEqual(['vitec.example'])
})

it('knows an answer for half a minute, and asks once for all who want it', async () => {
  let now = 0
  const addresses = new KnownAddresses(() => now)
  await Promise.all([addresses.know('vitec.example'), addresses.know('vitec.example')])
  now = 29_999
  await addresses.know('vitec.example')
  expect(asked).toHaveLength(1)
  now = 30_000
  await addresses.know('vitec.example')
  expect(asked).toHaveLength(2)
})

it('tells of a failure where the address is used, and asks again soon', async () => {
  let now = 0
  answer = (done) => done(Object.assign(new Error('not found'), { code: 'ENOTFOUND' }))
  const addresses = new KnownAddresses(() => now)
  await addresses.know('nowhere.example')
  const code = await new Promise((resolve) =>
    addresses.lookup('nowhere.example', { all: true }, (error) => resolve(error?.code)),
  )
  expect(code).toBe('ENOTFOUND')
  expect(asked).toHaveLength(1)
  now = 5_000
  await addresses.know('nowhere.example')
  expect(asked).toHaveLength(2)
})

it('asks nobody for what is an address already', async () => {
  const addresses = new KnownAddresses()
  for (const host of ['127.0.0.1', '::1', '[::1]']) await addresses.know(host)
  expect(asked).toEqual([])
})
