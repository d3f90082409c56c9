import type { IncomingMessage } from 'node:http'
import { BlockList, isIP } from 'node:net'
import { frontHeaders } from '@/lib/front-headers'

/**
 * Tells every request where it comes from, over whatever a caller sent in the header for it. What a caller writes in
 * `X-Forwarded-For` counts only as far as it was written by a proxy that is named as trusted: read from the right, the
 * first address that is none of them.
 * @param trusted addresses and networks (`10.0.0.0/8`) of the proxies in front of us; none by default
 */
export function nameClients(trusted: string[]): (request: IncomingMessage) => void {
  const isProxy = isOneOf(trusted)
  return (request) => {
    const hops = String(request.headers['x-forwarded-for'] ?? '').split(',')
    let client = bareAddress(request.socket.remoteAddress ?? '')
    while (client && isProxy(client)) {
      const next = bareAddress(hops.pop()?.trim() ?? '')
      if (!next) break
      client = next
    }
    request.headers[frontHeaders.client] = client || 'unknown'
  }
}

function isOneOf(networks: string[]): (address: string) => boolean {
  const list = new BlockList()
  for (const network of networks) {
    const [address = '', prefix] = network.split('/')
    if (prefix === undefined) list.addAddress(address, familyOf(address))
    else list.addSubnet(address, Number(prefix), familyOf(address))
  }
  return (address) => list.check(address, familyOf(address))
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4'
}

/** An address without port, brackets and zone, IPv4 as such also where it came in as IPv6; empty for what is none. */
function bareAddress(text: string): string {
  const withoutPort = /^\[(.+)\](:\d+)?$/.exec(text)?.[1] ?? /^([\d.]+):\d+$/.exec(text)?.[1] ?? text
  const address = withoutPort.replace(/%.*$/, '').toLowerCase()
  const mapped = /^::ffff:([\d.]+)$/.exec(address)?.[1] ?? address
  return isIP(mapped) ? mapped : ''
}
