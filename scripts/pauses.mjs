/** `npm run pauses -- --rounds 30`: one of two instances stands still between claim and send; says what came of the leads. */
import { parseArgs } from 'node:util'
import { prove } from './crash-test/prove.mjs'

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '30' } } })
const rounds = Number(values.rounds)
await prove(`${rounds} pauses of one of two instances`, async () => {
  const { runPauses } = await import('./crash-test/run-pauses.mjs')
  return () => runPauses({ rounds })
})
