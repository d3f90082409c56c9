import { once } from 'node:events'
import { linkSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { startHolder } from '@/test/support/database/folder-holder'

const isLinux = process.platform === 'linux'

describe('the lock of a data folder that eight processes want', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lead-api-race-'))
  const database = join(folder, 'database')
  const lock = `${database}.lock`
  const eight = Array.from({ length: 8 }, () => startHolder(database))
  const left = isLinux ? [] : ['database.lock']

  afterAll(async () => {
    await Promise.all(eight.map((holder) => holder.kill()))
    rmSync(folder, { recursive: true })
  })

  it('goes to one of them when its holder is gone, fifty times', async () => {
    for (let round = 0; round < 50; round++) {
      // To start a process anew takes its time: twice has to do, else what a killed one leaves is made by hand.
      const kills = round % 25 === 0
      if (isLinux && round % 25 !== 1) await leaveBehind(lock)
      const answers = await Promise.all(eight.map((holder) => holder.ask('take')))
      const index = answers.indexOf('taken')
      const winner = eight[index]
      if (!winner) throw new Error(`no process got it: ${answers}`)
      const refusal = `DATA_DIR is in use by process ${winner.pid} on ${hostname()} (its lock is ${lock})`
      expect(answers).toEqual(eight.map((holder) => (holder === winner ? 'taken' : refusal)))
      if (kills) {
        await winner.kill()
        eight[index] = startHolder(database)
      } else await winner.ask('give back')
    }
    expect(readdirSync(folder)).toEqual(left)
  }, 120_000)

  it('is never had by two of them, however fast they take it and give it back', async () => {
    const turns = await Promise.all(eight.map((holder) => holder.ask('take turns')))
    for (const answer of turns) expect(answer).toMatch(/^had it \d+ times alone$/)
    expect(readdirSync(folder)).toEqual(left)
  }, 120_000)
})

/** What a holder on Linux leaves when it is killed. */
async function leaveBehind(lock: string): Promise<void> {
  const server = createServer().listen(`${lock}.made`)
  await once(server, 'listening')
  mkdirSync(lock)
  linkSync(`${lock}.made`, join(lock, '1@gone.0123456789abcdef'))
  server.close()
  await once(server, 'close')
}
