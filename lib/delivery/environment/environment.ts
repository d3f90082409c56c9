/**
 * Where leads go: `sandbox`, or the origin of the Vitec that is called live (`https://connect.example.com`). There is one
 * sandbox, whatever its port, because nothing real is reached from it; each live host is a place of its own.
 */
export type EnvironmentId = string

export const sandbox: EnvironmentId = 'sandbox'

/** Whether real agents get what is sent there. */
export function isLive(environment: EnvironmentId): boolean {
  return environment !== sandbox
}

/** Where a process with these settings sends. @param baseUrl Vitec's address; needed live */
export function environmentOf(mode: 'sandbox' | 'live', baseUrl: string | undefined): EnvironmentId {
  if (mode === 'sandbox') return sandbox
  if (baseUrl === undefined) throw new Error('live, and nobody has said where Vitec is')
  return new URL(baseUrl).origin
}
