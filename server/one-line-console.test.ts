import { expect, it } from 'vitest'
import { oneLineConsole } from './one-line-console'

function printed(isTerminal: boolean, print: (console: Console) => void): string[] {
  const lines: string[] = []
  const write = (line: string) => {
    lines.push(line)
  }
  const asItIs = (...words: unknown[]) => write(String(words[0]))
  const fake = { ...console, log: asItIs, error: asItIs, warn: asItIs, info: asItIs, debug: asItIs }
  oneLineConsole({ console: fake, write, isTerminal })
  print(fake)
  return lines
}

it('lets no foreign text begin a line of its own, because who reads the log believes it', () => {
  const forged = 'url\n{"level":30,"msg":"delivered"}'
  const lines = printed(false, (console) => console.error('⨯ Error: %s', forged, new Error(forged)))
  expect(lines.join('').split('\n').filter(Boolean)).toHaveLength(1)
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 50, from: 'console' })
})

it('says of an error what it is and where it arose, and nothing that it says, because that may quote a person', () => {
  const person = 'erik.andersson@example.com'
  const cause = Object.assign(new Error(person), { code: '53100' })
  const failed = new TypeError(`no room for ${person}`, { cause })
  const [line = ''] = printed(false, (console) => console.error('⨯ unhandledRejection:', failed))
  expect(JSON.parse(line)).toMatchObject({
    ...{ level: 50, msg: '⨯ unhandledRejection: TypeError', error: 'TypeError', cause: 'the disk is full' },
    at: expect.arrayContaining([expect.stringContaining('one-line-console.test.ts')]),
  })
  expect(line).not.toContain('erik')
})

it('cuts what is long, because a stranger may have sent it', () => {
  const [line = ''] = printed(false, (console) => console.warn('x'.repeat(1_000_000)))
  expect(line.length).toBeLessThan(2_200)
})

it('changes nothing on a terminal, where a person reads', () => {
  expect(printed(true, (console) => console.log('two\nlines'))).toEqual(['two\nlines'])
})
