import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { drawsMuch, testSeed } from '@/scripts/test/seed.mjs'
import { type Played, playHistory } from './history'
import { openSimulation, type Simulation } from './open-simulation'

describe('two instances that stand still, crash, and go by wrong clocks', () => {
  let simulation: Simulation
  beforeAll(async () => {
    simulation = await openSimulation()
  }, 180_000)
  afterAll(() => simulation.close())

  it('lose and double nothing, spare Vitec, and send everything in the end', async () => {
    const histories: Played[] = []
    for (let number = 0; number < (drawsMuch ? 500 : 200); number++)
      histories.push(await playHistory(testSeed + number, simulation.createSql))
    const inAll = (count: keyof Played) => histories.reduce((sum, played) => sum + played[count], 0)
    // A simulation in which nothing happens would find nothing.
    expect(inAll('arrivals')).toBeGreaterThan(histories.length * 4)
    expect(inAll('struck')).toBeGreaterThan(histories.length)
    expect(inAll('late')).toBeGreaterThan(histories.length / 20)
  }, 180_000)
})
