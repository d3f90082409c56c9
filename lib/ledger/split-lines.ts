const newline = 0x0a

/** A line by its number from 1; `null` where it is longer than anybody writes one. */
export type TextLine = { number: number; text: string | null }

/** The lines in a stream of bytes, the last one also where it was not ended. Keeps at most `longest` bytes of one. */
export async function* splitLines(
  chunks: AsyncIterable<Uint8Array>,
  longest: number,
): AsyncGenerator<TextLine> {
  let parts: Uint8Array[] = []
  let length = 0
  let number = 0
  const add = (part: Uint8Array) => {
    length += part.length
    if (length <= longest) parts.push(part)
    else parts = []
  }
  const end = (): TextLine => {
    number += 1
    const text = length > longest ? null : Buffer.concat(parts).toString('utf8')
    parts = []
    length = 0
    return { number, text }
  }
  for await (const chunk of chunks) {
    let from = 0
    for (let at = chunk.indexOf(newline); at >= 0; at = chunk.indexOf(newline, from)) {
      add(chunk.subarray(from, at))
      yield end()
      from = at + 1
    }
    add(chunk.subarray(from))
  }
  if (length > 0) yield end()
}
