/**
 * A response that drops the connection before its first byte.
 *
 * Next sends a response's head with the first chunk of its body, and destroys the connection when the body
 * fails instead. It says nothing of an `AbortError`, and logs every other.
 */
export function dropped(): Response {
  return new Response(
    new ReadableStream({
      start(controller) {
        controller.error(new DOMException('The sandbox drops this connection.', 'AbortError'))
      },
    }),
  )
}

/** Resolves when the caller has gone away. */
export function callerGone({ signal }: Request): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
