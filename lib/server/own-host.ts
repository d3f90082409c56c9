/** This process as it reaches itself: an address to listen on may be one that nobody can call. */
export function ownHost(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1'
  if (/^\[?::\]?$/.test(host)) return '[::1]'
  return host.includes(':') && !host.startsWith('[') ? `[${host}]` : host
}
