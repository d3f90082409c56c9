import { AsyncLocalStorage } from 'node:async_hooks'

/** What is known of the request that is being answered, on both sides of the door: the server around Next begins it. */
export type RequestNotes = {
  /** As its answer has it in `X-Request-Id`. */
  readonly id: string
  /** Who asks, as an actor's id: `person:…`, `key:…`, `open`. The application writes it, once it knows. */
  by?: string
}

const key = Symbol.for('lead-api.request-notes')
// On the global object: the server around Next and what Next bundles have no module in common.
const shared = globalThis as { [key]?: AsyncLocalStorage<RequestNotes> }

shared[key] ??= new AsyncLocalStorage()

/** The notes of the request that is being answered; none where the server was not started by us. */
export const requestNotes: AsyncLocalStorage<RequestNotes> = shared[key]

/** The id of the request that is being answered, which its answer has; one of its own where the server was not started by us. */
export const requestId = (): string => requestNotes.getStore()?.id ?? crypto.randomUUID()

/** Writes down who asks, for the log. */
export function noteCaller(by: string): void {
  const notes = requestNotes.getStore()
  if (notes) notes.by = by
}
