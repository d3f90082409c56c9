/** `npm run check`: everything that can be told without a database, a server or a browser. */
import { fileURLToPath } from 'node:url'
import { runChecks } from './check/checks.mjs'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
const results = await runChecks()
const failed = results.filter(({ passed }) => !passed).length
console.log(`${results.length - failed} passed, ${failed} failed`)
process.exit(failed > 0 ? 1 : 0)
