import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { drawsMuch, testSeed } from '@/test/run/random.mjs'
import { heldEqual } from './held-equal'
import { type Played, playHistory } from './history'
import { createModelDatabase } from './model/model-database'
import type { CreateDatabase } from './simulated-database'
import { openSimulation, type Simulation } from './sql-database'

/** Plays one history after the other from the seed on. What a violation says begins with the seed of its history. */
async function play(count: number, create: CreateDatabase): Promise<void> {
  const histories: Played[] = []
  for (let number = 0; number < count; number++) histories.push(await playHistory(testSeed + number, create))
  const inAll = (what: keyof Played) => histories.reduce((sum, played) => sum + played[what], 0)
  // Where nothing happens nothing is found.
  expect(inAll('arrivals')).toBeGreaterThan(count * 4)
  expect(inAll('struck')).toBeGreaterThan(count)
  expect(inAll('late')).toBeGreaterThan(count / 20)
}

describe('two instances that stand still, crash, and go by wrong clocks', () => {
  let simulation: Simulation
  beforeAll(async () => {
    simulation = await openSimulation()
  })
  afterAll(() => simulation.close())

  it('lose and double nothing, and send all in the end; the database does what the model does', async () => {
    await play(drawsMuch ? 500 : 200, heldEqual(simulation.createSql))
  }, 300_000)

  it('do so in many more histories of the model', async () => {
    await play(drawsMuch ? 20_000 : 2_000, createModelDatabase)
  }, 300_000)
})
