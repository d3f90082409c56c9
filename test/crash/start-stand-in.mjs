import { startProgram } from '../e2e/start-program.mjs'

/**
 * Starts the stand-in for Vitec as a process of its own. It ends with this one.
 * @param {number} seed for what it does at random
 * @returns {Promise<StandIn<Memory>>}
 */
export function startStandIn(seed) {
  return start(['--import', 'tsx', 'test/crash/stand-in.ts', `${seed}`])
}

/**
 * The same with the one that does little, always as fast, and notes when requests arrive.
 * @returns {Promise<StandIn<Memory & { arrivals: Arrival[] }>>}
 */
export function startPlainStandIn() {
  return start(['test/crash/plain-stand-in.mjs'])
}

async function start(/** @type {string[]} */ program) {
  const { address, stop } = await startProgram(...program)
  return { address, memory: async () => (await fetch(`${address}/memory.json`)).json(), stop }
}

/**
 * @template Kept
 * @typedef {{ address: string, memory: () => Promise<Kept>, stop: () => Promise<unknown> }} StandIn
 */
/**
 * @typedef {object} Arrival
 * @property {string} lastName
 * @property {number} at see monotonic.mjs
 */
/**
 * @typedef {object} Memory
 * @property {{ id: string, lastName: string }[]} leads all that it has kept
 * @property {number} mostAtOnce the most requests that it had at the same time
 */
