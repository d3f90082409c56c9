import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Hands the first administrator's link to whoever starts the product: on their terminal, or, where what is printed is
 * kept as a log that others read, in a file that nobody else may. Takes that file away once there is an administrator.
 * @param {string | null} link null where there is an administrator, or nobody signs in
 * @param {{ dataDir: string, isTerminal: boolean }} where
 */
export function tellSetUpLink(link, { dataDir, isTerminal }) {
  const file = join(dataDir, 'setup-link')
  rmSync(file, { force: true })
  if (link === null) return
  const whoever = 'There is no administrator yet. Whoever opens the link'
  if (isTerminal) return console.log(`\n${whoever} within a day is the first:\n  ${link}`)
  mkdirSync(dataDir, { recursive: true })
  writeFileSync(file, `${link}\n`, { mode: 0o600, flag: 'wx' })
  console.log(`\n${whoever} in ${file} within a day is the first.`)
}
