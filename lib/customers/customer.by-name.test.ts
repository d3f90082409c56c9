import { expect, it } from 'vitest'
import { byName } from './customer'

it('is that of a Swedish list, whatever the database or the machine sorts by', () => {
  const names = [
    'Öster',
    'ÄLVEN',
    'Ådal',
    'älgen',
    'Zeta',
    'anders',
    'Erik',
    'Éva',
    'eva',
    'Anders 10',
    'Anders 2',
    'Ü1',
  ]
  const shuffled = names.toReversed().map((name) => ({ name, vitecId: name }))
  expect(byName(shuffled).map(({ name }) => name)).toEqual([
    'anders',
    'Anders 2',
    'Anders 10',
    'Erik',
    'eva',
    'Éva',
    'Ü1',
    'Zeta',
    'Ådal',
    'älgen',
    'ÄLVEN',
    'Öster',
  ])
})

it('is by id where names are the same', () => {
  const things = ['M10', 'M2'].map((vitecId) => ({ name: 'Exempelmäklarna', vitecId }))
  expect(byName(things).map(({ vitecId }) => vitecId)).toEqual(['M2', 'M10'])
})
