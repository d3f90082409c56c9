import { performance } from 'node:perf_hooks'
import { say } from './say.mjs'

/**
 * Does one step of the start and prints a line for it: its name, what came of it, how long it took.
 * @template {string} T
 * @param {string} name
 * @param {() => T | Promise<T>} work answers what came of it in a few words
 * @returns {Promise<void>}
 */
export async function step(name, work) {
  const began = performance.now()
  // The name is there while the step runs.
  if (process.stdout.isTTY) process.stdout.write(`  ${name.padEnd(10)}…\r`)
  const outcome = await work()
  const ms = performance.now() - began
  say(`  ${name.padEnd(10)}${outcome.padEnd(52)}${seconds(ms)}`, {
    ...{ step: name, outcome, ms: Math.round(ms), msg: 'a step of the start' },
  })
}

/** @param {number} ms @returns {string} such as ` 1.2 s` */
export function seconds(ms) {
  return `${(ms / 1000).toFixed(1).padStart(5)} s`
}

/**
 * Why the product cannot start, in one line for the operator; no stack would tell more. Known by its name, because
 * server/ has one of its own: this one has to be there before anything is compiled.
 */
export class StartError extends Error {
  /** @override */
  name = 'StartError'

  /** @override */
  static [Symbol.hasInstance](/** @type {unknown} */ value) {
    return value instanceof Error && value.name === 'StartError'
  }
}
