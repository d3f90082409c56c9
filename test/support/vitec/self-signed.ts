import { generateKeyPairSync, sign } from 'node:crypto'

const sequence = 0x30
const set = 0x31
const integer = 0x02
const bits = 0x03
const text = 0x0c
const utcTime = 0x17

/** ecdsa-with-SHA256 */
const algorithm = der(sequence, Buffer.from('06082a8648ce3d040302', 'hex'))
const commonName = Buffer.from('0603550403', 'hex')

/**
 * A certificate for `localhost` that no authority has vouched for, and its key, as a TLS server takes them. Made here,
 * so that no key is kept and none runs out.
 */
export function selfSigned(): { cert: string; key: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
  const name = der(sequence, der(set, der(sequence, commonName, der(text, Buffer.from('localhost')))))
  const valid = der(sequence, time('200101000000Z'), time('491231235959Z'))
  const publicPart = publicKey.export({ type: 'spki', format: 'der' })
  const body = der(sequence, der(integer, Buffer.from([1])), algorithm, name, valid, name, publicPart)
  const signature = der(bits, Buffer.from([0]), sign('sha256', body, privateKey))
  const certificate = der(sequence, body, algorithm, signature).toString('base64')
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${certificate}\n-----END CERTIFICATE-----`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  }
}

const time = (at: string) => der(utcTime, Buffer.from(at))

/** Tag, length, value. */
function der(tag: number, ...parts: Buffer[]): Buffer {
  const value = Buffer.concat(parts)
  const { length } = value
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...size]), value])
}
