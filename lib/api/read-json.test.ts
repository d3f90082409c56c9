import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { bodyLimit, readJson } from './read-json'

const value = { name: 'Åsa 😀' }
const json = new TextEncoder().encode(JSON.stringify(value))

function read(body: Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) {
  const request = new Request('http://localhost/api/lead', {
    method: 'POST',
    body,
    headers: { 'Content-Type': 'application/json', ...headers },
  })
  return readJson(request)
}
const packed = (bytes: Uint8Array, encoding: string) =>
  read(new Uint8Array(bytes), { 'Content-Encoding': encoding })
const zeros = (size: number) => new TextEncoder().encode(`"${'0'.repeat(size - 2)}"`)

describe('a packed body', () => {
  it.each([
    ['gzip', gzipSync(json)],
    ['GZIP', gzipSync(json)],
    ['x-gzip', gzipSync(json)],
    ['deflate', deflateSync(json)],
    ['deflate', deflateSync(json, { level: 1 })],
    ['deflate', deflateRawSync(json)],
    ['identity', json],
    ['', json],
  ])('is read in %s', async (encoding, bytes) => {
    expect(await packed(bytes, encoding)).toEqual({ bytes: Buffer.from(json), value })
  })

  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['deflate', deflateRawSync],
  ])('may be as large as a plain one when it is unpacked from %s, and no larger', async (encoding, pack) => {
    expect((await packed(pack(zeros(bodyLimit)), encoding)).bytes).toHaveLength(bodyLimit)
    const refusal = { code: 'body_too_large', message: expect.stringContaining('unpacked') }
    await expect(packed(pack(zeros(bodyLimit + 1)), encoding)).rejects.toMatchObject(refusal)
  })

  it('is not unpacked any further than that, however small the bomb', async () => {
    const bomb = gzipSync(new Uint8Array(60_000_000))
    expect(bomb.length).toBeLessThan(bodyLimit)
    const before = process.memoryUsage().arrayBuffers
    await expect(packed(bomb, 'gzip')).rejects.toMatchObject({ code: 'body_too_large' })
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10_000_000)
  })

  it('may be no larger than a plain one as it is sent', async () => {
    const noise = crypto.getRandomValues(new Uint8Array(bodyLimit))
    await expect(packed(gzipSync(noise), 'gzip')).rejects.toMatchObject({ code: 'body_too_large' })
  })

  it.each([
    ['br', brotliCompressSync(json)],
    ['zstd', json],
    ['compress', json],
    ['gzip, gzip', gzipSync(gzipSync(json))],
    ['gzip, identity', gzipSync(json)],
    ['constructor', json],
  ])('in %s is refused by name', async (encoding, bytes) => {
    const refusal = { code: 'wrong_content_type', message: expect.stringContaining(encoding) }
    await expect(packed(bytes, encoding)).rejects.toMatchObject(refusal)
  })

  it.each([
    ['gzip', json],
    ['deflate', json],
    ['gzip', gzipSync(json).subarray(0, 20)],
    ['gzip', new Uint8Array()],
    ['gzip', deflateSync(json)],
  ])('that is not in %s after all is no JSON', async (encoding, bytes) => {
    await expect(packed(bytes, encoding)).rejects.toMatchObject({ code: 'not_json' })
  })
})

it('a charset that is not UTF-8 is refused by name, and not by what is made of its letters', async () => {
  const type = 'application/json; charset=ISO-8859-1'
  await expect(read(json, { 'Content-Type': type })).rejects.toMatchObject({
    code: 'wrong_content_type',
    message: 'The charset iso-8859-1 cannot be read: send JSON in UTF-8.',
  })
})

it('a hostile media type takes no longer than a short one, and is not said back whole', async () => {
  const types = [`application/json${' '.repeat(15_000)}x`, `application/json;charset=${'x'.repeat(200)}`]
  for (const type of types) {
    const refused = await read(json, { 'Content-Type': type }).catch((error: unknown) => error)
    expect(refused).toMatchObject({ code: 'wrong_content_type' })
    expect(String(refused).length).toBeLessThan(150)
  }
})
