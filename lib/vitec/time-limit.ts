/**
 * Aborts after so many ms, but not before what has arrived by then is read: a process that stood still finds its time over
 * and the answer waiting, and timers have their turn before sockets. `clear` when it is not needed any more.
 */
export function timeLimit(ms: number): { signal: AbortSignal; clear: () => void } {
  const controller = new AbortController()
  const abort = () => controller.abort(new DOMException('The time is over', 'TimeoutError'))
  // An immediate runs after the sockets have been read; the second, after what was read has been taken in.
  const timer = setTimeout(() => setImmediate(() => setImmediate(abort)), ms)
  return { signal: controller.signal, clear: () => clearTimeout(timer) }
}
