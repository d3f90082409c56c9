import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readPackedFiles, servePacked } from './packed-files'

const script = 'console.log("a script")'
let root = ''
let server = createServer()

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'lead-api-packed-'))
  mkdirSync(join(root, '.next/static/chunks'), { recursive: true })
  writeFileSync(join(root, '.next/static/chunks/a.js'), script)
  writeFileSync(join(root, '.next/static/chunks/a.js.br'), brotliCompressSync(script))
  server = createServer(servePacked(await readPackedFiles(root), (_, response) => response.end('by Next')))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterAll(() => {
  server.close()
  rmSync(root, { recursive: true })
})

type Answer = { encoding: string | undefined; type: string | undefined; body: Buffer }

/** `fetch` would unpack it, and ask for what it reads itself. */
function ask(path: string, encodings: string, method = 'GET'): Promise<Answer> {
  const { port } = server.address() as AddressInfo
  return new Promise((resolve, reject) => {
    const headers = { 'Accept-Encoding': encodings }
    request({ host: '127.0.0.1', port, path, method, headers }, async (response) => {
      const body = Buffer.concat(await response.toArray())
      const { 'content-encoding': encoding, 'content-type': type } = response.headers
      resolve({ encoding, type, body })
    })
      .on('error', reject)
      .end()
  })
}

it('sends a script as small as the build has packed it', async () => {
  const answer = await ask('/_next/static/chunks/a.js', 'gzip, deflate, br')
  expect(answer).toMatchObject({ encoding: 'br', type: 'application/javascript; charset=UTF-8' })
  expect(String(brotliDecompressSync(answer.body))).toBe(script)
})

it('leaves to Next who does not read Brotli, and what was not packed', async () => {
  for (const [path, encodings, method] of [
    ['/_next/static/chunks/a.js', 'gzip', 'GET'],
    ['/_next/static/chunks/a.js', 'gzip, br;q=0', 'GET'],
    ['/_next/static/chunks/a.js', 'br', 'POST'],
    ['/_next/static/chunks/../chunks/a.js', 'br', 'GET'],
    ['/_next/static/chunks/a.js.br', 'br', 'GET'],
  ] as const)
    expect(String((await ask(path, encodings, method)).body), path).toBe('by Next')
})

it('says to who asks for the head alone what the whole would be', async () => {
  const { encoding, body } = await ask('/_next/static/chunks/a.js?v=1', 'br;q=0.5', 'HEAD')
  expect([encoding, body.length]).toEqual(['br', 0])
})
