import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { drawsMuch, testSeed } from '@/scripts/test/seed.mjs'
import { playHistory } from './history'
import { type Mutant, mutants, whileChanged } from './mutants'
import { openSimulation, type Simulation } from './open-simulation'
import { Violation } from './watch'

const all: [string, Mutant][] = Object.entries(mutants)
/** One, or several so that it is seen to need no luck. */
const seeds = drawsMuch ? [0, 1, 2, 3, 4].map((number) => testSeed + number * 10_000) : [testSeed]

describe('the simulation finds', () => {
  let simulation: Simulation
  beforeAll(async () => {
    simulation = await openSimulation()
  })
  afterAll(() => simulation.close())

  describe.each(all)('%s', (_, { changes, sql, shows }) => {
    it.each(seeds)('within two hundred histories from %i on', async (seed) => {
      const find = async () => {
        for (let number = 0; number < 200; number++)
          await playHistory(seed + number, simulation.createSql, changes)
      }
      const found = await (sql ? whileChanged(simulation.pool, sql, find) : find()).catch((error) => error)
      expect(found).toBeInstanceOf(Violation)
      expect(String(found)).toMatch(shows)
    })
  })
})
