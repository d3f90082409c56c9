import { expect, it } from 'vitest'
import { kept, ratchetOf, since } from './ratchet.mjs'

const before = {
  medianLines: 30,
  underTwentyPercent: 25,
  overTwoHundredLines: 1,
  oneImporterPercent: 40,
  sameFileNames: 3,
  sameExportedNames: 2,
  modulesOfALead: 40,
}

it('takes shares of what could have been counted, so that more code alone makes nothing worse', () => {
  const named = { name: 'lead', paths: ['a.ts', 'b.ts'] }
  const shape = {
    files: 40,
    medianLines: 30,
    p90Lines: 90,
    outsideApp: 30,
    underTwenty: 10,
    overTwoHundred: [{ path: 'a.ts', lines: 201 }],
    oneImporter: 10,
    sameFileNames: [named],
    sameExportedNames: [named, named],
    modulesOfALead: ['a.ts', 'b.ts'],
  }
  expect(ratchetOf(shape)).toEqual({
    medianLines: 30,
    underTwentyPercent: 33.3,
    overTwoHundredLines: 1,
    oneImporterPercent: 25,
    sameFileNames: 1,
    sameExportedNames: 2,
    modulesOfALead: 2,
  })
})

it.each(Object.keys(before) as (keyof typeof before)[])('knows which way %s gets worse', (key) => {
  const smaller = { ...before, [key]: before[key] - 1 }
  const [worse, better] = key === 'medianLines' ? [smaller, before] : [before, smaller]
  expect(since(better, worse)).toMatchObject({ worse: [expect.any(String)], better: [] })
  expect(since(worse, better)).toMatchObject({ worse: [], better: [expect.any(String)] })
  expect(since(before, before)).toEqual({ worse: [], better: [] })
})

it('keeps what is better and not what is worse, so that writing figures down never excuses them', () => {
  const today = { ...before, medianLines: 29, oneImporterPercent: 39.9, sameFileNames: 4 }
  expect(kept(before, today)).toEqual({ ...before, oneImporterPercent: 39.9 })
})
