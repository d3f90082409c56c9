/** A Vitec that takes every lead at once: what is measured is not its time. Prints its address when it listens. */
import { createServer } from 'node:http'

let leads = 0
const server = createServer((request, response) => {
  request.resume().on('end', () => {
    leads += 1
    response.setHeader('Content-Type', 'application/json').end(`"CMLEAD${100_000_000_000 + leads}"`)
  })
})
server.listen(0, '127.0.0.1', () => {
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
  console.log(`http://127.0.0.1:${port}`)
})
process.once('disconnect', () => process.exit())
