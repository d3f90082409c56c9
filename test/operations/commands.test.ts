import { expect, it } from 'vitest'
import { commandsOf } from './commands.mjs'

it('finds the commands of a document in their order, and the heading that they stand under', () => {
  const markdown =
    '# One\n\n```sh\nls\n\ncd /\n```\n\n## Two\n\n```json\n{}\n```\n\n```sh by hand\neditor x\n```\n'
  expect(commandsOf(markdown)).toEqual([
    { heading: 'One', commands: 'ls\n\ncd /\n', hand: '' },
    { heading: 'Two', commands: 'editor x\n', hand: 'by hand' },
  ])
})

it('takes no comment in a command for a heading', () => {
  expect(commandsOf('## One\n```sh\n# what follows lists\nls\n```\n```sh\nps\n```\n')).toEqual([
    { heading: 'One', commands: '# what follows lists\nls\n', hand: '' },
    { heading: 'One', commands: 'ps\n', hand: '' },
  ])
})
