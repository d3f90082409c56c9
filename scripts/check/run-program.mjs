import { spawn } from 'node:child_process'
import { performance } from 'node:perf_hooks'

/** @typedef {{ name: string, passed: boolean, ms: number, output: string }} Result */

/**
 * Runs a Node program and keeps what it says.
 * @param {string} name
 * @param {string[]} args
 * @param {Record<string, string>} [env] added to the environment
 * @returns {Promise<Result>} passed when it exits with 0; never rejects
 */
export function runProgram(name, args, env = {}) {
  const began = performance.now()
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  /** @type {Buffer[]} */
  const output = []
  child.stdout.on('data', (chunk) => output.push(chunk))
  child.stderr.on('data', (chunk) => output.push(chunk))
  return new Promise((resolve) => {
    const end = (/** @type {boolean} */ passed, /** @type {string} */ last) => {
      resolve({ name, passed, ms: performance.now() - began, output: `${Buffer.concat(output)}${last}` })
    }
    child.once('error', (error) => end(false, error.message))
    child.once('close', (code, signal) => end(code === 0, signal ? `ended by ${signal}\n` : ''))
  })
}
