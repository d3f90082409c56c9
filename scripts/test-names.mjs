/**
 * `npm run test:names`: the name of every unit test and journey, a line each. With `-- --since REV` those that are gone
 * since, and what covers now what they did (docs/tests-gone.md); it fails for one that is not listed there. One that has
 * its name in another file now has moved, and is not gone.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { namesOf } from '../test/run/names.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
process.chdir(root)
const { values } = parseArgs({ options: { since: { type: 'string' } } })
const now = namesOf(root)
if (!values.since) {
  console.log(now.join('\n'))
  process.exit()
}

/** `… > *` means all that begin as it does. */
const isMeant = (/** @type {string} */ explained, /** @type {string} */ name) =>
  explained.endsWith('*') ? name.startsWith(explained.slice(0, -1)) : name === explained

/** A name that says what it drew from is another each time. */
const withoutSeed = (/** @type {string} */ name) => name.replace(/_SEED=\d+/, '_SEED=…')

/** Without the file in which it stands. */
const titleOf = (/** @type {string} */ name) => name.slice(name.indexOf(' > '))

/** Takes one with that title out of the names; whether there was one. */
function takeOut(/** @type {string[]} */ names, /** @type {string} */ title) {
  const at = names.findIndex((name) => titleOf(name) === title)
  if (at >= 0) names.splice(at, 1)
  return at >= 0
}

const before = mkdtempSync(join(tmpdir(), 'lead-api-names-'))
const git = (/** @type {string[]} */ ...args) =>
  execFileSync('git', args, { stdio: 'pipe', encoding: 'utf8' })
git('worktree', 'add', '--detach', before, values.since)
try {
  symlinkSync(join(root, 'node_modules'), join(before, 'node_modules'))
  execFileSync(process.execPath, ['scripts/generate.mjs'], { cwd: before, stdio: 'pipe' })
  const then = namesOf(before)
  const said = existsSync('docs/tests-gone.md') ? readFileSync('docs/tests-gone.md', 'utf8') : ''
  const added = now.filter((name) => !then.includes(name))
  const moved = then.map(withoutSeed).filter((name) => !now.includes(name) && takeOut(added, titleOf(name)))
  const gone = then.map(withoutSeed).filter((name) => !now.includes(name) && !moved.includes(name))
  const explained = [...said.matchAll(/^\| `(.+?)` +\|/gm)].map(([, name = '']) => name)
  const unsaid = gone.filter((name) => !explained.some((one) => isMeant(one, name)))
  for (const name of gone) console.log(`${unsaid.includes(name) ? 'GONE' : 'gone'}  ${name}`)
  for (const name of added) console.log(`new   ${name}`)
  console.log(
    `${then.length} before, ${now.length} now; ${moved.length} moved, ${gone.length} gone, ${unsaid.length} of them unexplained`,
  )
  process.exitCode = unsaid.length > 0 ? 1 : 0
} finally {
  git('worktree', 'remove', '--force', before)
  rmSync(before, { recursive: true, force: true })
}
