/**
 * A process for tests to stop and kill. Takes the lock of the database's folder given and gives it back, as it is told
 * line by line, and says in a line what came of it.
 */
import { spawn } from 'node:child_process'
import { closeSync, openSync, unlinkSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { takeFolderLock } from '@/lib/db/embedded/folder-lock/take-folder-lock'

const database = process.argv[2] ?? ''
let giveBack: () => void = () => undefined

const take = async () => {
  try {
    giveBack = await takeFolderLock(database)
    return 'taken'
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

const orders: Record<string, () => Promise<string> | string> = {
  take,
  'give back': () => {
    giveBack()
    return 'given back'
  },
  /** Fifty times; answers how often, and whether anybody else was in there meanwhile. */
  'take turns': async () => {
    let turns = 0
    for (let tries = 0; tries < 50; tries++) {
      if ((await take()) !== 'taken') continue
      closeSync(openSync(`${database}.inside`, 'wx'))
      await new Promise(setImmediate)
      unlinkSync(`${database}.inside`)
      giveBack()
      turns += 1
    }
    return `had it ${turns} times alone`
  },
  'start a child': () => String(spawn('sleep', ['600'], { stdio: 'ignore' }).pid),
  end: () => process.exit(),
}

for await (const line of createInterface({ input: process.stdin })) {
  const answer = await orders[line]?.()
  process.stdout.write(`${answer}\n`)
}
