import { isIPv6 } from 'node:net'

const groups = 8
const bitsOfGroup = 16

/** The sizes of networks that one customer is given (RIPE-690): a home's link, a home, an office or a whole site. */
export const networkBits = [64, 56, 48] as const

/**
 * What limits on an address are for: an IPv4 address, or the IPv6 networks of {@link networkBits} that it is in. A caller
 * that has one may call from any address in it.
 */
export function limitedNetworks(address: string): string[] {
  const ipv4 = /^::ffff:([\d.]+)$/i.exec(address)?.[1]
  if (ipv4 !== undefined) return [ipv4]
  if (!isIPv6(address)) return [address]
  const all = groupsOf(address)
  return networkBits.map((bits) => `${compressed(masked(all, bits))}/${bits}`)
}

function groupsOf(address: string): number[] {
  const [head = '', tail] = address.split('::')
  const before = head.split(':').filter(Boolean)
  const after = (tail ?? '').split(':').filter(Boolean)
  const gap = tail === undefined ? 0 : groups - before.length - after.length
  const all = [...before, ...Array.from({ length: gap }, () => '0'), ...after]
  return all.map((group) => Number.parseInt(group, 16))
}

/** The groups of a network, as far as it has bits. */
function masked(all: number[], bits: number): number[] {
  const whole = all.slice(0, Math.ceil(bits / bitsOfGroup))
  const rest = bits % bitsOfGroup
  if (rest === 0) return whole
  const mask = (0xffff << (bitsOfGroup - rest)) & 0xffff
  return whole.map((group, at) => (at === whole.length - 1 ? group & mask : group))
}

/** A network's groups with `::` for the end, which is zero. */
function compressed(network: number[]): string {
  const text = network.map((group) => group.toString(16)).join(':')
  return `${text.replace(/(^|:)0(:0)*$/, '')}::`
}
