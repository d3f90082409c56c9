import { setTimeout as delay } from 'node:timers/promises'

/** Folders whose file system has not come back from what it was asked. */
const silent = new Map<string, number>()

/**
 * What a file system says that may hang, as one of a network does. What it was asked cannot be taken back, and keeps one of
 * the few threads that all files are read with: until it is answered, the folder is asked nothing more.
 * @param ms how long it is waited for
 * @throws {Error} with the code `ETIMEDOUT`
 */
export async function askFolder<Answer>(
  folder: string,
  ms: number,
  ask: () => Promise<Answer>,
): Promise<Answer> {
  if (silent.has(folder)) throw hangs()
  const answer = ask()
  const waiting = new AbortController()
  const patience = delay(ms, null, { ref: false, signal: waiting.signal }).catch(() => null)
  const first = await Promise.race([answer.then((value) => ({ value })), patience]).finally(() =>
    waiting.abort(),
  )
  if (first) return first.value
  silent.set(folder, (silent.get(folder) ?? 0) + 1)
  const answered = () => {
    const others = (silent.get(folder) ?? 1) - 1
    if (others === 0) silent.delete(folder)
    else silent.set(folder, others)
  }
  answer.then(answered, answered)
  throw hangs()
}

const hangs = () => Object.assign(new Error('The file system does not answer'), { code: 'ETIMEDOUT' })
