import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

/**
 * Starts the stand-in for Vitec as a process of its own. It ends with this one.
 * @param {number} seed for what it does at random
 * @returns {Promise<{ address: string, memory: () => Promise<Memory>, stop: () => Promise<unknown> }>}
 */
export async function startStandIn(seed) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/crash-test/stand-in.ts', `${seed}`], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  const ended = once(child, 'exit')
  const [address] = await Promise.race([
    once(createInterface({ input: child.stdout }), 'line'),
    ended.then(() => Promise.reject(new Error('The stand-in for Vitec did not start'))),
  ])
  return {
    address,
    memory: async () => (await fetch(`${address}/memory.json`)).json(),
    stop: () => {
      child.kill()
      return ended
    },
  }
}

/**
 * @typedef {object} Memory
 * @property {{ id: string, lastName: string }[]} leads all that it has kept
 * @property {number} mostAtOnce the most requests that it had at the same time
 */
