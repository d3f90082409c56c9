import { describe, expect, it } from 'vitest'
import { type OwnWordCode, ownSentences, ownWord, readOwnWord } from './own-word'

describe('readOwnWord', () => {
  it('knows each of our sentences again, with its detail, so that a page can say it in its language', () => {
    // Object.keys forgets which keys there are.
    for (const code of Object.keys(ownSentences) as OwnWordCode[]) {
      const detail = ownSentences[code].includes('{detail}') ? 'ECODE' : ''
      expect(readOwnWord(ownWord(code, detail))).toEqual({ code, detail })
    }
  })

  it.each([
    'The customer SANDBOX-400 refuses every lead.',
    'HTTP 400',
    '',
    'Vitec answered in its own words',
  ])('takes %j for somebody else’s, which is shown as it came', (word) => {
    expect(readOwnWord(word)).toBeNull()
  })
})
