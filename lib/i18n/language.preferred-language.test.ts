import { describe, expect, it } from 'vitest'
import { preferredLanguage } from './language'

describe('preferredLanguage', () => {
  it.each<[string | null, string, string]>([
    [null, 'sv', 'no header, so the staff are taken to be Swedish'],
    ['', 'sv', 'an empty header asks for nothing'],
    ['en-GB,en;q=0.9', 'en', 'a region is ignored'],
    ['de,fr;q=0.8', 'sv', 'none of the languages is ours'],
    ['en;q=0.4, sv-SE;q=0.7', 'sv', 'the weight decides, not the order'],
    ['sv;q=0, en', 'en', 'a weight of 0 means not wanted'],
    ['SV', 'sv', 'tags have no case'],
    [';;;,q=,', 'sv', 'nonsense asks for nothing'],
  ])('reads %j as %s: %s', (header, language) => {
    expect(preferredLanguage(header)).toBe(language)
  })
})
