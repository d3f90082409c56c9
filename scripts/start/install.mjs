import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { runNode } from './child.mjs'
import { StartError } from './step.mjs'

/**
 * Installs what package-lock.json names, unless it is there already.
 * @param {string} root the project's folder
 * @param {import('./shutdown.mjs').Shutdown} shutdown
 * @returns {Promise<string>} what was done
 * @throws {StartError}
 */
export async function install(root, shutdown) {
  if (isInstalled(root)) return 'up to date'
  // Building needs the development dependencies too, whatever NODE_ENV says to npm.
  await runNode('npm ci', [npmProgram(), 'ci', '--include=dev', '--no-progress'], { shutdown })
  return 'done'
}

/**
 * Whether node_modules holds what package-lock.json names: npm writes what it has put there into a lock file
 * of its own, as its last deed. What is only for other platforms may be absent.
 * @param {string} root
 * @returns {boolean}
 */
export function isInstalled(root) {
  const placed = join(root, 'node_modules/.package-lock.json')
  if (!existsSync(placed)) return false
  const there = readPackages(placed)
  const wanted = Object.entries(readPackages(join(root, 'package-lock.json'))).filter(([path]) => path !== '')
  return wanted.every(([path, { version, optional }]) =>
    there[path] ? there[path].version === version : optional === true,
  )
}

/** @returns {Record<string, { version: string, optional?: boolean }>} */
function readPackages(/** @type {string} */ file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages
}

/** The npm that runs us, else the one that came with this Node. */
function npmProgram() {
  const besideNode = join(dirname(process.execPath), '../lib/node_modules/npm/bin/npm-cli.js')
  const ofDebian = join(dirname(process.execPath), '../share/nodejs/npm/bin/npm-cli.js')
  const besideNodeExe = join(dirname(process.execPath), 'node_modules/npm/bin/npm-cli.js')
  const running = process.env.npm_execpath ?? ''
  const found = [running.includes('npm-cli') ? running : '', besideNode, ofDebian, besideNodeExe].find(
    existsSync,
  )
  if (!found) throw new StartError('npm was not found: start with npm start')
  return found
}
