import { expect, it } from 'vitest'
import { nearWords } from './near-words'

const known = ['åkesson', 'åkerson', 'eriksson', 'berg', 'borg', 'linné', 'gustavsson', 'anna'].map(
  (word, index) => ({ word, leads: 10 - index }),
)

it.each([
  ['Åkeson', ['åkesson', 'åkerson'], 'a letter left out; the name that more have comes first'],
  ['Akeson', ['åkesson', 'åkerson'], 'å written as a besides'],
  ['Erikssson', ['eriksson'], 'a letter too many'],
  ['Erkisson', ['eriksson'], 'two letters in the wrong order'],
  ['barg', ['berg', 'borg'], 'another letter'],
  ['Line', ['linné'], 'an accent is no letter'],
  ['Gustafson', ['gustavsson'], 'two mistakes in a long word'],
  ['Annika', [], 'two in a short one, which would be another name'],
  ['berg', ['borg'], 'a word that there is, which was not meant then'],
])('takes %j to mean %j: %s', (typed, meant) => {
  expect(nearWords(typed, known)).toEqual(meant)
})
