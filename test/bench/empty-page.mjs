import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import next from 'next'
import { tsImport } from 'tsx/esm/api'

/**
 * Serves the page of test/bench/empty-app: what every page of this stack costs, with its files packed as ours are.
 * @typedef {typeof import('../../server/packed-files')} PackedFiles
 */
// Who starts this reads our address as the first line.
const say = console.log
console.log = console.error

const root = fileURLToPath(new URL('empty-app', import.meta.url))
/** @type {PackedFiles} */
const { readPackedFiles, servePacked } = await tsImport('../../server/packed-files.ts', import.meta.url)

const app = next({ dev: false, dir: root, quiet: true })
await app.prepare()
// However who started this ends, it ends with them.
process.on('disconnect', () => process.exit())
const server = createServer(servePacked(await readPackedFiles(root), app.getRequestHandler()))
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  say(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`)
})
