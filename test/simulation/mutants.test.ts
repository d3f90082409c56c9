import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { drawsMuch, testSeed } from '@/test/run/random.mjs'
import { playHistory } from './history'
import { createModelDatabase } from './model/model-database'
import { type Mutant, mutants, whileChanged } from './mutants'
import { openSimulation, type Simulation } from './sql-database'
import { Violation } from './watch'

const all: [string, Mutant][] = Object.entries(mutants)
/** One, or several, so that it is seen to need no luck. */
const seeds = drawsMuch ? [0, 1, 2, 3, 4].map((number) => testSeed + number * 10_000) : [testSeed]

describe('the simulation finds', () => {
  let simulation: Simulation
  beforeAll(async () => {
    simulation = await openSimulation()
  })
  afterAll(() => simulation.close())

  describe.each(all)('%s', (_, { changes, sql, shows }) => {
    // What is wrong in the database shows in the database, what is wrong outside of it beside the model too.
    const [most, where] = sql ? [200, 'of the database'] : [2_000, 'of the model']
    it.each(seeds)(`within the ${most} histories ${where} from %i on`, async (seed) => {
      const create = sql ? simulation.createSql : createModelDatabase
      const find = async () => {
        for (let number = 0; number < most; number++) await playHistory(seed + number, create, changes)
      }
      const finding = sql ? whileChanged(simulation.pool, sql, find) : find()
      const found = await finding.catch((error: unknown) => error)
      expect(found).toBeInstanceOf(Violation)
      expect(String(found)).toMatch(shows)
    })
  })
})
