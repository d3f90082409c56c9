import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '@/lib/db/open-database'
import { plainActions, transitions } from '@/lib/deliveries/transitions'
import { sandbox } from '@/lib/environments/environment'
import { drawsMuch } from '@/test/run/random.mjs'
import { testDatabases } from '@/test/support/database/test-database'
import { noLimits, timedDelivery } from '@/test/support/deliveries/begin-attempt'
import {
  applyTo,
  leadOf,
  type Model,
  type ModelAction,
  type ModelLead,
} from '@/test/support/deliveries/delivery-model'
import { createWorld, type DeliveryWorld, type WorldState } from '@/test/support/deliveries/delivery-world'

const begin = new Date('2026-03-01T12:00:00Z').getTime()
/** The customer of each lead. */
const customers = [0, 0, 1]
const outcomes = ['delivered', 'rejected', 'unknown', 'not_sent', 'not_saved', 'misconfigured'] as const

/** An action as it is drawn: which attempt is closed is known when its turn comes. */
type Drawn = Exclude<ModelAction, { do: 'close' }> | Omit<Extract<ModelAction, { do: 'close' }>, 'attempt'>
type Command = fc.AsyncCommand<Model, DeliveryWorld>

const lead = fc.nat(customers.length - 1)
const from = fc.constantFrom('here' as const, 'here' as const, 'here' as const, 'elsewhere' as const)
const open = fc.record({ do: fc.constant('open' as const), lead, from })
const close = fc.record({ do: fc.constant('close' as const), lead, outcome: fc.constantFrom(...outcomes) })
const act = fc.record({
  do: fc.constant('act' as const),
  lead,
  action: fc.constantFrom(...plainActions),
  from,
})
const resume = fc.record({ do: fc.constant('resume' as const), customer: fc.nat(1) })
const sweeping = fc.constant({ do: 'sweep' as const })
const holding = fc.oneof(
  fc.constantFrom({ do: 'hold' as const }, { do: 'restore' as const }, { do: 'lift' as const }),
  fc.record({ do: fc.constant('release' as const), lead }),
)
const drawn: fc.Arbitrary<Drawn> = fc.oneof(
  { weight: 5, arbitrary: open },
  { weight: 4, arbitrary: close },
  { weight: 3, arbitrary: act },
  { weight: 1, arbitrary: resume },
  { weight: 1, arbitrary: sweeping },
  { weight: 2, arbitrary: holding },
)
/** Up to a day and more, so that the whole schedule may pass. */
const passing = fc.constantFrom(1, 5_000, 36_000, 300_000, 90_000_000)

/** One after the other, or two at once: then it must be as if one of them had come first. */
const commands = fc.commands(
  [
    drawn.map((action) => commandOf([action])),
    fc.tuple(drawn, drawn).map(commandOf),
    passing.map(
      (ms): Command => ({
        check: () => true,
        run: async (model) => {
          model.now += ms
        },
        toString: () => `${ms} ms pass`,
      }),
    ),
  ],
  { maxCommands: 40, size: 'max' },
)

function commandOf(drawn: Drawn[]): Command {
  return {
    check: (model) =>
      drawn.every((action) => action.do !== 'close' || leadOf(model, action.lead).attempts > 0),
    run: async (model, world) => {
      const actions = drawn.map((action) => complete(model, action))
      if (model.hold) model.hold.unseen = false
      const before = structuredClone(model)
      const answers = await Promise.all(
        actions.map((action) => world.apply(action, model.now, actions.length > 1)),
      )
      const state = await world.read(model.now)
      const told: Told = { answers, model: state.model }
      const allowed = orders(actions).map((order) => expected(before, actions, order))
      expect(told).toEqual(allowed.find((it) => isDeepStrictEqual(it, told)) ?? allowed[0])
      expectSound(before, state)
      Object.assign(model, state.model)
    },
    toString: () => drawn.map((action) => JSON.stringify(action)).join(' at once with '),
  }
}

function complete(model: Model, action: Drawn): ModelAction {
  return action.do === 'close' ? { ...action, attempt: leadOf(model, action.lead).attempts } : action
}

const orders = (actions: ModelAction[]) => {
  const inOrder = [...actions.keys()]
  return actions.length === 1 ? [inOrder] : [inOrder, inOrder.toReversed()]
}

type Told = { answers: unknown[]; model: Model }

function expected(before: Model, actions: ModelAction[], order: number[]): Told {
  const model = structuredClone(before)
  const answers: unknown[] = []
  for (const at of order) {
    const action = actions[at]
    if (action) answers[at] = applyTo(model, action)
  }
  return { answers, model }
}

/** What holds whatever was done, so that a mistake in the model does not hide one in the store. */
function expectSound(before: Model, { model, attempts }: Pick<WorldState, 'model' | 'attempts'>): void {
  for (const [at, now] of model.leads.entries()) {
    const was = leadOf(before, at)
    const rows = attempts[at] ?? []
    const open = rows.filter(({ endedAt }) => endedAt === null)
    if (was.status !== now.status) {
      expect(isMove(was, now.status), `${was.status} → ${now.status}`).toBe(true)
    }
    expect(
      rows.map(({ number }) => number),
      'attempts are counted without a hole',
    ).toEqual(Array.from({ length: now.attempts }, (_, count) => count + 1))
    expect(open.length, 'open attempts').toBeLessThan(2)
    if (open.length > 0) expect(now.status, 'what is being sent').toBe('pending')
  }
}

/** Directly, or by two of the moves at once. */
function isMove({ status: from, settledFrom }: ModelLead, to: string): boolean {
  const steps = Object.values(transitions)
  const next = (status: string): string[] =>
    steps.flatMap((move) => (move.from.some((it) => it === status) ? [...move.to] : []))
  const isSettledForGood = from === 'delivered' && settledFrom === null
  return !isSettledForGood && next(from).some((status) => status === to || next(status).includes(to))
}

describe.each(testDatabases)('the status of a lead on $kind', ({ create }) => {
  let database: Database
  beforeAll(async () => {
    database = await create()
  })
  afterAll(() => database.close())

  it('changes as the rules say, whatever is done in whatever order and at once', async () => {
    const deliveryIn = (place: string) => timedDelivery(database, noLimits, place)
    const stores = { here: deliveryIn(sandbox), elsewhere: deliveryIn('https://connect.example.com') }
    const property = fc.asyncProperty(commands, async (steps) => {
      const world = await createWorld(database, stores, customers, begin)
      const { model } = await world.read(begin)
      await fc.asyncModelRun(() => ({ model, real: world }), steps)
    })
    await fc.assert(property, { numRuns: drawsMuch ? 60 : 20, interruptAfterTimeLimit: 30_000 })
  })
})
