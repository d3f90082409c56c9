/**
 * The host of a Host header, without its port.
 * @param {string} header such as `localhost:3000` or `[::1]:3000`
 * @returns {string} empty when the header is not a host with at most one port
 */
export function hostName(header) {
  return /^(\[[\da-f:.]+\]|[^:[\]@/]+)(:\d{1,5})?$/i.exec(header)?.[1] ?? ''
}
