/**
 * `npm start` and `npm run dev` (`--dev`): from a fresh clone to a serving process with one command.
 * Nothing here may need a package, or a Node newer than the one that should read the message below.
 */
import { readFileSync } from 'node:fs'
import module from 'node:module'
import { supports } from './start/node-version.mjs'
import { say } from './start/say.mjs'

const { engines } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))

// Half a second of every start on Node 22 and later; 20 has no such cache.
// @ts-expect-error our types are those of Node 20
module.enableCompileCache?.()

if (supports(engines.node, process.versions.node)) {
  const { run } = await import('./start/run.mjs')
  await run({ dev: process.argv.includes('--dev') })
} else {
  const words = `Lead API needs Node ${engines.node}, and this is ${process.versions.node}.`
  say(words, { msg: words }, 'fatal')
  process.exit(1)
}
