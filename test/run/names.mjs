import { execFileSync } from 'node:child_process'

/**
 * The names of all tests below a checkout, sorted, without where in its file each stands.
 * @param {string} root
 * @returns {string[]} such as `lib/x.test.ts > a thing > does this`; one that is there on two databases stands twice
 */
export function namesOf(root) {
  const run = (/** @type {string[]} */ ...args) =>
    execFileSync(process.execPath, args, {
      cwd: root,
      // Some names say what they draw from.
      env: { ...process.env, TEST_SEED: '1' },
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  const unit = JSON.parse(jsonIn(run('node_modules/vitest/vitest.mjs', 'list', '--json')))
  const journeys = JSON.parse(
    jsonIn(run('node_modules/playwright/cli.js', 'test', '--list', '--reporter=json')),
  )
  const units = unit.map(
    (/** @type {{ file: string, name: string }} */ { file, name }) =>
      `${file.slice(root.length).replace(/^\//, '')} > ${name}`,
  )
  return [...units, ...journeys.suites.flatMap(namesIn)].sort()
}

/** Something may be printed before it. */
const jsonIn = (/** @type {string} */ text) => text.slice(text.search(/^[[{]/m))

/** @typedef {{ file: string, title: string, specs: { title: string }[], suites?: Suite[] }} Suite */

/** @returns {string[]} */
function namesIn(/** @type {Suite} */ { file, title, specs, suites = [] }) {
  const own = specs.map((spec) => `e2e/${file} > ${title === file ? '' : `${title} > `}${spec.title}`)
  return [...own, ...suites.flatMap(namesIn)]
}
