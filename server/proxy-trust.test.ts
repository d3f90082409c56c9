import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { expect, it } from 'vitest'
import { clientAddress } from '@/lib/api/caller'
import { readEnv } from '@/lib/env'
import { nameClients } from './proxy-trust'

const proxies = readEnv({ TRUSTED_PROXIES: '10.0.0.0/8, 2001:db8::1' }).TRUSTED_PROXIES

function clientOf(peer: string, headers: Record<string, string> = {}, trusted = proxies): string {
  const socket = Object.defineProperty(new Socket(), 'remoteAddress', { value: peer })
  const request = new IncomingMessage(socket)
  Object.assign(request.headers, headers)
  nameClients(trusted)(request)
  const seen = new Headers()
  for (const [name, value] of Object.entries(request.headers)) seen.set(name, String(value))
  return clientAddress({ headers: seen })
}
const forwarded = (value: string) => ({ 'x-forwarded-for': value })

it('believes nobody where no proxy is named, because any caller can write the header', () => {
  expect(readEnv({}).TRUSTED_PROXIES).toEqual([])
  expect(clientOf('10.0.0.1', forwarded('198.51.100.7'), [])).toBe('10.0.0.1')
})

it('believes no caller that is not a proxy', () => {
  expect(clientOf('203.0.113.9', forwarded('198.51.100.7'))).toBe('203.0.113.9')
})

it.each([
  ['the one before the proxy', '10.0.0.1', '198.51.100.7', '198.51.100.7'],
  ['past several proxies', '10.0.0.1', '198.51.100.7, 10.9.9.9', '198.51.100.7'],
  ['past what a caller invented', '10.0.0.1', '192.0.2.1, 198.51.100.7', '198.51.100.7'],
  ['the last proxy, where what came before is no address', '10.0.0.1', '192.0.2.1, <script>', '10.0.0.1'],
  ['the first, where all are proxies', '10.0.0.1', '10.0.0.3, 10.0.0.2', '10.0.0.3'],
  ['the proxy, where it says nothing', '10.0.0.1', '', '10.0.0.1'],
  ['without the port that some proxies add', '10.0.0.1', '198.51.100.7:4711', '198.51.100.7'],
  ['without brackets', '2001:db8::1', '[2001:DB8::7]:4711', '2001:db8::7'],
  ['IPv4 behind a socket for both', '::ffff:10.0.0.1', '198.51.100.7', '198.51.100.7'],
])('names %s', (_, peer, value, client) => {
  expect(clientOf(peer, forwarded(value))).toBe(client)
})

it('writes over an answer that a caller brought along', () => {
  expect(clientOf('203.0.113.9', { 'x-lead-api-client': '127.0.0.1' })).toBe('203.0.113.9')
})

it.each(['proxy.example', '10.0.0.0/33', '10.0.0.0/x', '0.0.0.0/0', '10.0.0.1/8/8'])(
  'refuses to start with "%s" as a proxy, because it would believe nobody or everybody',
  (network) => {
    expect(() => readEnv({ TRUSTED_PROXIES: network })).toThrow(/^TRUSTED_PROXIES/)
  },
)
