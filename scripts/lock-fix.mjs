/**
 * `npm run lock:fix`: completes package-lock.json with what npm left out of it; run it after every change of
 * dependencies. With `--check` it changes nothing and fails where something would have to be done.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { missingStubs } from './lock/missing-stubs.mjs'

const file = new URL('../package-lock.json', import.meta.url)
const lock = JSON.parse(readFileSync(file, 'utf8'))
const stubs = missingStubs(lock)
const missing = Object.keys(stubs)
const hosted = Object.keys(lock.packages).filter((path) => lock.packages[path].resolved?.startsWith('http'))

if (process.argv.includes('--check')) {
  if (missing.length > 0) console.error(`package-lock.json lacks ${missing.join(', ')}: run npm run lock:fix`)
  if (hosted.length > 0) console.error(`package-lock.json names a registry for ${hosted.join(', ')}`)
  process.exit(missing.length + hosted.length > 0 ? 1 : 0)
}

for (const path of hosted) delete lock.packages[path].resolved
const packages = { ...lock.packages, ...stubs }
const inOrder = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en')))
writeFileSync(file, `${JSON.stringify({ ...lock, packages: inOrder }, null, 2)}\n`)
console.log(`package-lock.json: ${missing.length} added, ${hosted.length} registry addresses removed`)
