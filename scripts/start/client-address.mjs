import { BlockList, isIP } from 'node:net'

/** The header in which a route finds who calls; see lib/api/requester.ts. */
const header = 'x-lead-api-client'

/**
 * Tells every request where it comes from. What a caller writes in `X-Forwarded-For` counts only as far as it
 * was written by a proxy that is named as trusted: read from the right, the first address that is none of them.
 * @param {string[]} trusted addresses and networks (`10.0.0.0/8`) of the proxies in front of us; none by default
 * @returns {(request: import('node:http').IncomingMessage) => void} sets the header, over whatever a caller sent in it
 */
export function nameClients(trusted) {
  const proxies = new BlockList()
  for (const network of trusted) {
    const [address = '', prefix] = network.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    if (prefix === undefined) proxies.addAddress(address, family)
    else proxies.addSubnet(address, Number(prefix), family)
  }
  const isProxy = (/** @type {string} */ address) =>
    proxies.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')

  return (request) => {
    const hops = String(request.headers['x-forwarded-for'] ?? '').split(',')
    let client = bareAddress(request.socket.remoteAddress ?? '')
    while (client && isProxy(client)) {
      const next = bareAddress(hops.pop()?.trim() ?? '')
      if (!next) break
      client = next
    }
    request.headers[header] = client || 'unknown'
  }
}

/** An address without port, brackets and zone, IPv4 as such also where it came in as IPv6; empty for what is none. */
function bareAddress(/** @type {string} */ text) {
  const withoutPort = /^\[(.+)\](:\d+)?$/.exec(text)?.[1] ?? /^([\d.]+):\d+$/.exec(text)?.[1] ?? text
  const address = withoutPort.replace(/%.*$/, '').toLowerCase()
  const mapped = /^::ffff:([\d.]+)$/.exec(address)?.[1] ?? address
  return isIP(mapped) ? mapped : ''
}
