/** A user name and a password at Vitec. */
export type Account = { username: string; password: string }

/** RFC 7617, with UTF-8, which Vitec does not say but any other choice would break `å` for sure. */
export function basicAuthorization({ username, password }: Account): string {
  return `Basic ${Buffer.from(`${username}:${password}`, 'utf8').toString('base64')}`
}

/**
 * A way that credentials may be written, each character a byte. `in`: the text that it is looked for in: as it is, with
 * base64's two alphabets made one, or in small letters. `before`, `after`: characters at its sides that have bits of it.
 */
export type Form = { text: string; in: 'plain' | 'base64' | 'hex'; before: number; after: number }

/** A password of fewer characters is looked for with its user name only: alone it would be found in ordinary words. */
export const shortestAlone = 6

/** What would be found by chance. */
const shortest = { plain: 3, base64: 4, hex: 8 }

const separators = ['', '-', ':', ' ']

/** How user name and password together, and the password alone unless it is short, may be written in an answer. */
export function formsOf({ username, password }: Account): Form[] {
  const secrets = [`${username}:${password}`, ...([...password].length >= shortestAlone ? [password] : [])]
  const forms = secrets.flatMap((secret) => {
    const wide = Buffer.from(secret, 'utf16le')
    const encodings = [Buffer.from(secret, 'utf8'), wide, Buffer.from(wide).swap16()]
    // What is no Latin-1 would be cut to a byte, and be found where it is not.
    const latin = /^[\0-\xff]*$/.test(secret) ? [Buffer.from(secret, 'latin1')] : []
    return [
      ...plain(secret, [...encodings.slice(0, 1), ...latin]),
      ...[...encodings, ...latin].flatMap((bytes) => [...base64(bytes), ...hex(bytes)]),
    ]
  })
  return forms.filter((form) => form.text.length >= shortest[form.in])
}

/** Text in UTF-16 is found as plain text, between whose characters something was taken out. */
function plain(secret: string, encodings: Buffer[]): Form[] {
  const texts = encodings.map((bytes) => bytes.toString('latin1'))
  // A form's way of writing a space.
  const asForm = secret.includes(' ') ? texts.map((text) => text.replaceAll(' ', '+')) : []
  return [...texts, ...asForm].map((text) => ({ text, in: 'plain', before: 0, after: 0 }))
}

/** The characters that are the secret's alone, where it begins at each of three places of a longer text. */
function base64(bytes: Buffer): Form[] {
  return [0, 1, 2].map((offset) => {
    const end = offset + bytes.length
    const text = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64')
    const [first, last] = [Math.ceil((offset * 4) / 3), Math.floor((end * 4) / 3)]
    return {
      text: text.slice(first, last),
      in: 'base64',
      before: offset === 0 ? 0 : 1,
      // The character that it shares, or what fills up.
      after: end % 3 === 0 ? 0 : 3 - ((end % 3) - 1),
    }
  })
}

function hex(bytes: Buffer): Form[] {
  const digits = [...bytes].map((byte) => byte.toString(16).padStart(2, '0'))
  return separators.map((separator) => ({ text: digits.join(separator), in: 'hex', before: 0, after: 0 }))
}
