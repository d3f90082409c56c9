import { randomInt } from 'node:crypto'
import { startClosedService } from '@/e2e/actions/closed-server'
import { type TextPlace, textPlaces } from './text-places'

/** How many times as long as plain text a text may take, and how many ms more: a pause of the machine is no finding. */
const limit = { times: 3, ms: 20 }
/** What took too long once is tried again: the machine may have had other things to do. */
const moreTries = 5

/** As many characters as a header, a text of a body, and a body take; the last are more than any of them. */
const sizes = { header: [1_000, 12_000], body: [9_900, 30_000] }

/**
 * Texts that are dear to a process that looks at them with a pattern that backtracks, sorts their marks, or searches
 * from each of their characters anew. Each is of the size asked for, in UTF-16 units.
 */
const patterns: Record<string, (size: number) => string> = {
  marks: (size) =>
    `a${['\u0301', '\u0316', '\u0327', '\u0334'].map((mark) => mark.repeat(size / 4)).join('')}`,
  spaces: (size) => `application/json${' '.repeat(size)}x`,
  at: (size) => `a${'@'.repeat(size)}`,
  digits: (size) => `${'1'.repeat(size)}x`,
  dots: (size) => `a@${'a.'.repeat(size / 2)}`,
  brackets: (size) => '['.repeat(size),
  tags: (size) => '<a'.repeat(size / 2),
  dashes: (size) => `${'1-'.repeat(size / 2)}x`,
  parameters: (size) => `application/json${';a="'.repeat(size / 4)}`,
  quotes: (size) => `"${'\\"'.repeat(size / 2)}`,
  commas: (size) => 'sv,'.repeat(size / 3),
}

/** What the others are compared with: as long, and cheap. */
const plain = (size: number) => 'a'.repeat(size)

/** What a header can carry: no character above U+00FF, and no space at its end. */
const isHeader = (text: string) => /^[\x20-\x7e\x80-\xff]*$/.test(text)

export type Finding = { place: string; pattern: string; size: number; ms: number; plainMs: number }

/**
 * Puts texts that are dear to badly written patterns wherever a stranger can write, and compares how long each request
 * takes with plain text of the same size at the same place; the shortest of
 * several tries counts.
 * @returns how many texts were tried, and those that took too long
 */
export async function tryTexts(): Promise<{ tried: number; findings: Finding[] }> {
  const service = await startClosedService({
    ADDRESS_MAX_PER_MINUTE: '1000000',
    TRUSTED_PROXIES: '127.0.0.1',
    LOG_LEVEL: 'silent',
  })
  try {
    const findings: Finding[] = []
    let tried = 0
    for (const place of await textPlaces()) {
      const ask = (text: string) => timeOf(service.address, service.administrator, place, text)
      for (const size of sizes[place.kind]) {
        let plainMs = await ask(plain(size))
        for (const [pattern, text] of Object.entries(patterns)) {
          if (place.isHeader && !isHeader(text(size))) continue
          tried++
          let ms = await ask(text(size))
          for (let more = 0; more < moreTries && isDear(ms, plainMs); more++) {
            ms = Math.min(ms, await ask(text(size)))
            plainMs = Math.min(plainMs, await ask(plain(size)))
          }
          if (isDear(ms, plainMs)) findings.push({ place: place.name, pattern, size, ms, plainMs })
        }
      }
    }
    return { tried, findings }
  } finally {
    await service.stop()
  }
}

const isDear = (ms: number, plainMs: number) => ms > limit.times * plainMs + limit.ms

async function timeOf(address: string, credentials: Record<string, string>, place: TextPlace, text: string) {
  const { path, method, headers, body } = place.request(text)
  // Another caller each time, so that none is over a limit.
  const from = `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}`
  const began = performance.now()
  const answer = await fetch(address + path, {
    method,
    redirect: 'manual',
    headers: {
      'Content-Type': 'application/json',
      ...credentials,
      Origin: address,
      'X-Forwarded-For': from,
      ...headers,
    },
    ...(body !== undefined && { body }),
  })
  await answer.arrayBuffer()
  return performance.now() - began
}
