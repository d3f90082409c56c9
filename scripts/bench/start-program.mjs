import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

/**
 * Starts a program of the bench that prints its address when it listens. It ends with this one.
 * @param {string} file
 * @param {string[]} args
 */
export async function startProgram(file, ...args) {
  const child = spawn(process.execPath, [`scripts/bench/${file}`, ...args], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  const ended = once(child, 'exit')
  const [address] = await Promise.race([
    once(createInterface({ input: child.stdout }), 'line'),
    ended.then(() => Promise.reject(new Error(`${file} did not start`))),
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
