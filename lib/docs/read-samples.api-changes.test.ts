import { expect, it } from 'vitest'
import { apiChanges, readApiChanges } from './read-samples'

it('is what each version says of the API, newest first, and nothing of what else changed', () => {
  const changelog = `# Changelog

## [Unreleased]

### API

For who sends leads.

- \`reference\` is told
  in every answer.
- A list.

### Added

- A button.

## [0.3.0] - 2026-12-24

### Fixed

- A colour.

## [0.2.0] - 2026-11-28

### API

- \`polls\` – a limit.
`
  expect(apiChanges(changelog)).toEqual([
    { version: 'Unreleased', date: null, entries: ['`reference` is told in every answer.', 'A list.'] },
    { version: '0.2.0', date: '2026-11-28', entries: ['`polls` – a limit.'] },
  ])
})

it('is written with what the page can show: code, bold words, and links that lead there from anywhere', () => {
  const entries = readApiChanges().flatMap((version) => version.entries)
  expect(entries.length).toBeGreaterThan(5)
  expect(entries.filter((entry) => /\]\((?!https:)/.test(entry))).toEqual([])
})
