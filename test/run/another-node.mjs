import { spawnSync } from 'node:child_process'

/**
 * Another version of Node, fetched through npm.
 * @param {string} version such as `24`
 * @returns {string | null} its program, or null where it cannot be had
 */
export function anotherNode(version) {
  const args = ['-y', '-p', `node@${version}`, '-c', 'node -p process.execPath']
  const { status, stdout } = spawnSync('npx', args, { encoding: 'utf8', timeout: 120_000 })
  return status === 0 ? stdout.trim() : null
}
