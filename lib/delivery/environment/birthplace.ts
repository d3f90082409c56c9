import { isLoopback } from '@/lib/env'
import { type EnvironmentId, sandbox } from './environment'

/** The stand-in's own path: a sandbox that others reach is called by an address that is not loopback. */
const standIn = '/sandbox/vitec/'

/** What tells where a lead was born that was stored before leads knew it. */
export type Evidence = {
  /** What was called for it, the oldest first. */
  requestUrls: string[]
  actor: string | null
}

/** What is known of the database as a whole. */
export type Past = { hasBeenSandbox: boolean }

/** Where an address leads; `null` for one that was removed with its person. */
export function placeOf(requestUrl: string): EnvironmentId | null {
  if (!URL.canParse(requestUrl)) return null
  const { hostname, pathname, origin } = new URL(requestUrl)
  return isLoopback(hostname) || pathname.startsWith(standIn) ? sandbox : origin
}

/**
 * Where a lead was born. Whatever was sent to a sandbox once, or came from somebody in an open one, is the sandbox's.
 * Without evidence it is where it is found, but never live in a database that has been a sandbox: an agent must not get a
 * lead that somebody made up.
 */
export function birthplace(
  { requestUrls, actor }: Evidence,
  { hasBeenSandbox }: Past,
  current: EnvironmentId,
): EnvironmentId {
  const places = requestUrls.flatMap((url) => placeOf(url) ?? [])
  if (actor === 'open' || places.includes(sandbox)) return sandbox
  return places[0] ?? (hasBeenSandbox ? sandbox : current)
}
