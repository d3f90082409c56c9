import { isIPv6 } from 'node:net'

const groups = 8
/** A home or an office has a /64 of its own, and may call from any address in it. */
const ownGroups = 4

/** What one limit on an address is for: an IPv4 address, or an IPv6 network of 64 bits. */
export function limitedAddress(address: string): string {
  if (!isIPv6(address)) return address
  const [head = '', tail] = address.split('::')
  const before = head.split(':').filter(Boolean)
  const after = (tail ?? '').split(':').filter(Boolean)
  const gap = tail === undefined ? 0 : groups - before.length - after.length
  const all = [...before, ...Array.from({ length: gap }, () => '0'), ...after]
  return `${all
    .slice(0, ownGroups)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}
