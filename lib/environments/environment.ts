/**
 * Where leads go: `sandbox`, or the origin of the Vitec that is called live (`https://connect.example.com`). There is one
 * sandbox, whatever its port, because nothing real is reached from it; each live host is a place of its own.
 */
export type EnvironmentId = string

export const sandbox: EnvironmentId = 'sandbox'

/**
 * Where leads of test keys are born, on any service: they go to the stand-in in its process, which nobody else reaches, with
 * places, breakers and pauses of their own.
 */
export const testing: EnvironmentId = 'test'

/** What the ids of customers begin with that only the stand-in knows: with them its faults are tried. */
export const magicPrefix = 'SANDBOX-'

/** Whether real agents get what is sent there. */
export function isLive(environment: EnvironmentId): boolean {
  return environment !== sandbox && environment !== testing
}

/** Where a process with these settings sends. @param baseUrl Vitec's address; needed live */
export function environmentOf(mode: 'sandbox' | 'live', baseUrl: string | undefined): EnvironmentId {
  if (mode === 'sandbox') return sandbox
  if (baseUrl === undefined) throw new Error('live, and no setting says where Vitec is')
  return new URL(baseUrl).origin
}

const loopbackHosts = ['127.0.0.1', 'localhost', '::1', '[::1]']

/** The stand-in's own path: a sandbox that others reach is called by an address that is not loopback. */
const standIn = '/sandbox/vitec/'

/** What tells where a lead was born that was stored before leads knew it. */
type Evidence = {
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
 * Where a lead was born. Whatever was sent to a sandbox once, or came from a caller of an open one, is the sandbox's.
 * Without evidence it is where it is found, but never live in a database that has been a sandbox: an agent must not get a
 * made-up lead.
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

/** Whether a host name or address means this machine only. */
export function isLoopback(host: string): boolean {
  return loopbackHosts.includes(host.toLowerCase()) || /^127(\.\d{1,3}){3}$/.test(host)
}

/** So many days leads of test keys are kept, whatever became of them. */
export const testDays = 30

/** When a lead of a test key is removed, by when it was received; both ISO 8601. */
export const testGoneAt = (receivedAt: string): string =>
  new Date(Date.parse(receivedAt) + testDays * 24 * 3_600_000).toISOString()
