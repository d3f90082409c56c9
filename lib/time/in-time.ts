/**
 * Waits for work, and no longer than a time. The work is not ended by that: it goes on, and what becomes of it is not told
 * to those who have stopped waiting. Waiting keeps no process alive.
 * @param ms by the process's own clock
 * @param late what it resolves to where the work takes longer
 * @throws what the work throws in time
 */
export async function inTime<Result, Late>(
  work: Promise<Result>,
  ms: number,
  late: Late,
): Promise<Result | Late> {
  let timer: NodeJS.Timeout | undefined
  const over = new Promise<Late>((resolve) => {
    timer = setTimeout(resolve, ms, late)
    timer.unref()
  })
  return Promise.race([work, over]).finally(() => clearTimeout(timer))
}

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
  const first = await inTime(
    answer.then((value) => ({ value })),
    ms,
    null,
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
