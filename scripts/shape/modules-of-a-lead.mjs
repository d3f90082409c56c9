import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/**
 * The product's modules in which something runs while one lead is handed in and delivered.
 * @param {string} root
 * @returns {Promise<string[]>} paths, sorted
 */
export async function modulesOfALead(root) {
  const program = ['--conditions', 'react-server', '--import', 'tsx', 'test/measure/modules-of-a-lead.ts']
  const { stdout } = await promisify(execFile)(process.execPath, program, { cwd: root, timeout: 120_000 })
  return JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '[]')
}
