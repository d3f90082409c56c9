import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

/**
 * Starts a program that prints its address when it listens, as a process of its own. It ends with this one.
 * @param {string[]} program a file, with options of Node's before it and its own after it
 * @returns {Promise<{ address: string, pid: number, stop: () => Promise<unknown> }>}
 * @throws {Error} when it ends instead
 */
export async function startProgram(...program) {
  const child = spawn(process.execPath, program, { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] })
  const ended = once(child, 'exit')
  const [address] = await Promise.race([
    once(createInterface({ input: /** @type {import('node:stream').Readable} */ (child.stdout) }), 'line'),
    ended.then(() => Promise.reject(new Error(`It did not start: ${program.join(' ')}`))),
  ])
  return {
    address: String(address),
    pid: child.pid ?? 0,
    stop: () => {
      child.kill()
      return ended
    },
  }
}
