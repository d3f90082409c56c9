import { judge } from '../crash/verdict.mjs'
import { one, sum } from '../run/tally.mjs'
import { checkOut, nextVersion } from './other-version.mjs'
import { runRollingRestart } from './rolling-restart.mjs'

/** In seconds: as long as something has to ask that looks at `ready` once a second. */
const shortWait = '2'

/**
 * Rolling restarts behind each proxy: nginx as Debian has it, with what the settings are where none are set; with the files of
 * docs/operations; and, as `versions`, from this version to the next and back.
 */
const runs = {
  'nginx-stock': () => runRollingRestart({ proxy: 'nginx-stock' }),
  nginx: () => runRollingRestart({ proxy: 'nginx', drainWait: shortWait }),
  caddy: () => runRollingRestart({ proxy: 'caddy', drainWait: shortWait }),
  versions: () => betweenVersions(nextVersion()),
}

export const restartNames = /** @type {(keyof typeof runs)[]} */ (Object.keys(runs))

/** Whose callers wait for an instance rather than the other way round: they leave room for each other. */
const unhurried = /** @type {const} */ (['nginx', 'caddy'])

/**
 * Runs some of them, the unhurried ones side by side, and prints what they found. Each counts as one test.
 * @param {(keyof typeof runs)[]} [only]
 * @returns {Promise<import('../run/tally.mjs').Counts>}
 */
export async function testRestarts(only = restartNames) {
  const counts = []
  const begun = new Map(unhurried.filter((name) => only.includes(name)).map((name) => [name, runs[name]()]))
  await Promise.allSettled(begun.values())
  for (const name of only) {
    console.log(`\nTwo rolling restarts: ${name}`)
    const found = await (begun.get(/** @type {typeof unhurried[number]} */ (name)) ?? runs[name]())
    const isNeeded = process.env.REQUIRE_POSTGRES
    if (found) counts.push(judge(name, found))
    else console.log('  NO POSTGRESQL OR NO SUCH PROXY HERE: not run')
    if (!found && isNeeded) counts.push(one(false, name))
  }
  return sum(counts)
}

/**
 * From the version of a revision to this one, and back.
 * @param {string} revision
 */
export async function testFrom(revision) {
  console.log(`\nTwo rolling restarts, from ${revision} to this version and back`)
  const { root, remove } = checkOut(revision)
  const options = { proxy: /** @type {const} */ ('nginx'), drainWait: shortWait }
  const found = await runRollingRestart({ ...options, versions: [{ root }, {}, { root }] })
  remove()
  return judge(`from ${revision}`, found)
}

async function betweenVersions(/** @type {ReturnType<typeof nextVersion>} */ { root, remove }) {
  const options = { proxy: /** @type {const} */ ('nginx'), drainWait: shortWait }
  const found = await runRollingRestart({ ...options, versions: [{}, { root }, {}] })
  remove()
  return found
}
