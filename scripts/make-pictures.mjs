/** `npm run pictures`: makes the pictures of the README anew, from the product as it is. */
import { fileURLToPath } from 'node:url'
import { install } from './start/install.mjs'
import { watchForShutdown } from './start/shutdown.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
process.chdir(root)
const shutdown = watchForShutdown()

await install(root, shutdown)
const { makePictures } = await import('../test/pictures/make-pictures.mjs')
await makePictures('docs/images')
process.exit(0)
