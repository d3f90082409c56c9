import { spawn } from 'node:child_process'
import { once } from 'node:events'

/**
 * Runs a program whose output is for the person who started us.
 * @param {string} program
 * @param {string[]} args
 * @param {Record<string, string>} [env] added to the environment
 * @returns {Promise<boolean>} whether it ended with 0
 */
export async function runLoudly(program, args, env = {}) {
  const child = spawn(program, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const end = () => child.kill()
  process.once('exit', end)
  const [code] = await once(child, 'exit')
  process.off('exit', end)
  return code === 0
}
