import { spawn } from 'node:child_process'
import { say } from './say.mjs'
import { StartError } from './step.mjs'

/**
 * Runs a Node program to its end and keeps what it says to itself, unless it fails.
 * @param {string} name for the message
 * @param {string[]} args
 * @param {{ shutdown: import('./shutdown.mjs').Shutdown, env?: Record<string, string> }} options
 * @returns {Promise<void>}
 * @throws {StartError} when the program fails, after printing what it said
 */
export function runNode(name, args, { shutdown, env = {} }) {
  // A group of its own, so that what the program starts in turn can be ended with it.
  const child = spawn(process.execPath, args, {
    detached: process.platform !== 'win32',
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  /** @type {Buffer[]} */
  const output = []
  child.stdout.on('data', (chunk) => output.push(chunk))
  child.stderr.on('data', (chunk) => output.push(chunk))
  const ended = new Promise((resolve) => child.once('close', resolve))
  const forget = shutdown.before(() => end(child, ended))

  return new Promise((resolve, reject) => {
    child.once('error', (error) => reject(new StartError(`${name} cannot be run: ${error.message}`)))
    child.once('close', (code) => {
      forget()
      if (code === 0) return resolve()
      const said = Buffer.concat(output).toString()
      if (!shutdown.begun()) say(said, { step: name, said, msg: 'a program failed' }, 'error')
      reject(new StartError(`${name} failed`))
    })
  })
}

/** At once: npm takes its time over SIGTERM, and what is left half done is done again by the next start. */
function end(
  /** @type {import('node:child_process').ChildProcess} */ child,
  /** @type {Promise<unknown>} */ ended,
) {
  if (process.platform === 'win32' || child.pid === undefined) child.kill()
  else process.kill(-child.pid, 'SIGKILL')
  return ended
}
