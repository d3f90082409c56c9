import { BlockList, isIP } from 'node:net'
import type { FieldErrorCode } from '@/lib/validation/field-error'

/** `loopback`: this machine may be called besides, and without TLS. */
export type Reach = 'public' | 'loopback'

/**
 * Addresses that are of no public host: IANA's special-purpose registries for IPv4 and IPv6 (RFC 6890), and multicast.
 * Those that carry an IPv4 address within them (NAT64, 6to4, Teredo) are among them: they would be a way around.
 */
const closed = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  closed.addSubnet(net, bits, 'ipv4')
for (const [net, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['2620:4f:8000::', 48],
  ['3fff::', 20],
] as const)
  closed.addSubnet(net, bits, 'ipv6')

/** Of IPv6, all that has been given to hosts of the internet is in here. */
const open = new BlockList()
open.addSubnet('2000::', 3, 'ipv6')

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')

const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i

/** Whether a receiver may be at an IP address; one that cannot be read is none. */
export function isAllowedAddress(address: string, reach: Reach): boolean {
  const ip = mapped.exec(address)?.[1] ?? address
  const family = isIP(ip)
  if (family === 0) return false
  const kind = family === 4 ? 'ipv4' : 'ipv6'
  if (reach === 'loopback' && loopback.check(ip, kind)) return true
  return !closed.check(ip, kind) && (family === 4 || open.check(ip, kind))
}

const isLocalName = (host: string) => host === 'localhost' || host.endsWith('.localhost')

/** Names that lead nowhere in public DNS (RFC 6761, RFC 6762, RFC 9476, ICANN's `.internal`). */
const closedNames =
  /(?:^|\.)(?:localhost|local|internal|intranet|lan|home|corp|home\.arpa|test|invalid|alt|onion)$/

/**
 * What is wrong with where a receiver is said to be, as far as it can be told without asking a name server; where the name
 * leads is looked at again at each connection.
 */
export function addressFault(text: string, reach: Reach): FieldErrorCode | null {
  const url = URL.parse(text)
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || url.hash)
    return 'invalid_url'
  const host = url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
  const isHere = reach === 'loopback' && (isLocalName(host) || (isIP(host) > 0 && isOfThisMachine(host)))
  if (isHere) return null
  if (url.protocol === 'http:') return 'not_https'
  if (isIP(host) > 0) return isAllowedAddress(host, reach) ? null : 'private_address'
  return closedNames.test(host) || !host.includes('.') ? 'private_address' : null
}

const isOfThisMachine = (ip: string) => loopback.check(ip, isIP(ip) === 4 ? 'ipv4' : 'ipv6')
