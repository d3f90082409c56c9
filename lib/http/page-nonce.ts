import { headers } from 'next/headers'

/** The nonce of the page that is being made: what the server around us lets scripts and styles run with. */
export async function pageNonce(): Promise<string> {
  const policy = (await headers()).get('content-security-policy') ?? ''
  return /'nonce-([^']+)'/.exec(policy)?.[1] ?? ''
}
