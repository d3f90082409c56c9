/**
 * `npm run shape`: how the product's code is cut. With `-- --keep` what has become better is written into
 * scripts/shape/ratchet.json; what has to become worse is written there by hand, and the commit says why.
 * `--check` is the check's: it fails where something is worse than is written there, and says what is better.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { modulesOfALead } from './shape/modules-of-a-lead.mjs'
import { kept, ratchetOf, since } from './shape/ratchet.mjs'
import { shapeOf, shapeTable } from './shape/shape-of.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
process.chdir(root)
const ratchetFile = fileURLToPath(new URL('shape/ratchet.json', import.meta.url))
const flag = /** @type {const} */ ({ type: 'boolean', default: false })
const { values } = parseArgs({ options: { keep: flag, check: flag } })

const shape = await shapeOf(root, await modulesOfALead(root))
const today = ratchetOf(shape)
const isFirst = values.keep && !existsSync(ratchetFile)
const before = isFirst ? today : JSON.parse(readFileSync(ratchetFile, 'utf8'))
const { worse, better } = since(before, today)

if (!values.check) console.log(shapeTable(shape))
if (values.keep) writeFileSync(ratchetFile, `${JSON.stringify(kept(before, today), null, 2)}\n`)
for (const line of worse) console.log(`worse: ${line}; \`npm run shape\` says where`)
for (const line of better) console.log(`better: ${line}${values.keep ? '' : '; `npm run shape -- --keep`'}`)
process.exit(worse.length > 0 ? 1 : 0)
