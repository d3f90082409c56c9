import { describe, expect, it } from 'vitest'
import { unreadMessages } from './unread-messages.mjs'

const screen = (text: string) => [{ path: 'components/screen.tsx', text }]

describe('a message', () => {
  it.each([
    ['by its name in a namespace', `useTranslations('leads')('sub.title')`],
    ['by a longer name in a wider namespace', `useTranslations()('leads.sub.title')`],
    ['on the server', `(await getTranslations())('leads.sub.title')`],
    ['in a namespace that is put together', `useTranslations(\`lea\${of}.sub\`)('title')`],
    ['by a name that is put together', `useTranslations('leads')(\`\${part}.title\`)`],
  ])('is read %s', (_, text) => {
    expect(unreadMessages(['leads.sub.title'], screen(text))).toEqual([])
  })

  it.each([
    ['its name is in no file', `useTranslations('leads')('sub.other')`],
    ['its name is in a file that reads another namespace', `useTranslations('people')('sub.title')`],
    ['its name is a variable', `useTranslations('leads.sub')(\`\${name}\`)`],
    ['what is put into its name would be two', `useTranslations('leads')(\`\${a}tle\`)`],
  ])('is not read where %s, so that nobody goes on translating it', (_, text) => {
    expect(unreadMessages(['leads.sub.title'], screen(text))).toEqual(['leads.sub.title'])
  })

  it('that a code names is read where the code stands in any file, as a text or a property', () => {
    const files = [
      { path: 'lib/lead/status.ts', text: "export const one = 'pending'" },
      { path: 'lib/vitec/words.ts', text: 'export const words = { nameTooLong: /name/ }' },
    ]
    const keys = [
      'leads.status.pending',
      'leads.status.gone',
      'deliveries.vitecWord.nameTooLong',
      'deliveries.vitecWord.gone',
    ]
    expect(unreadMessages(keys, files)).toEqual(['leads.status.gone', 'deliveries.vitecWord.gone'])
  })
})
