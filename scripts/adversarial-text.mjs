/** `npm run adversarial-text`: whether any text that a stranger can send costs more than its length. */
import { fileURLToPath } from 'node:url'
import { install } from './start/install.mjs'
import { watchForShutdown } from './start/shutdown.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
process.chdir(root)
await install(root, watchForShutdown())
const { testTexts } = await import('../test/adversarial/test-texts.mjs')
const { passed, failed } = await testTexts()
console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed > 0 ? 1 : 0)
