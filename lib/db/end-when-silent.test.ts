import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import { afterAll, afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { log } from '@/lib/log'
import { mutePostgres } from '@/test/support/database/mute-postgres'
import { listen } from '@/test/support/vitec/local-server'
import { addressOf, connectPostgres } from './connect-postgres'
import { endWhenSilent } from './end-when-silent'
import { createPrisma } from './open-database'

const silent = vi.spyOn(log, 'warn').mockReturnValue(undefined)
afterAll(() => silent.mockRestore())

const patience = { loan: 100, answer: 200 }

describe('a database that is there and says nothing', () => {
  let mute: ReturnType<typeof mutePostgres>
  let pool: pg.Pool
  beforeEach(async () => {
    mute = mutePostgres()
    const url = `postgresql://nobody@${await listen(mute.server)}/nothing`
    pool = await connectPostgres(url)
    endWhenSilent(pool, addressOf(url), patience)
    onTestFinished(() => pool.end())
  })
  afterEach(() => mute.speak())

  /** Well before the limits of the statement itself, which are longer than a test may take. */
  const fails = (work: Promise<unknown>) => expect(work).rejects.toThrow()

  it('makes nobody wait for the answer to a statement', async () => {
    mute.fallSilent()
    await fails(pool.query('SELECT 1'))
  })

  it('makes nobody wait twice: after a statement in a transaction its end is not asked for too', async () => {
    const prisma = createPrisma(pool)
    await prisma.$executeRaw`SELECT 1`
    const work = prisma.$transaction(async (transaction) => {
      mute.fallSilent()
      await transaction.$executeRaw`SELECT 1`
    })
    await fails(work)
    expect(mute.unheard).toHaveLength(1)
  })

  it('keeps no connection of those it was silent on', async () => {
    await Promise.all([1, 2, 3].map(() => pool.query('SELECT 1')))
    mute.fallSilent()
    await Promise.all([1, 2, 3].map(() => fails(pool.query('SELECT 1'))))
    await vi.waitFor(() => expect(mute.connections()).toBe(0))
    expect(pool.totalCount).toBe(0)

    mute.speak()
    await pool.query('SELECT 1')
    expect(pool.totalCount).toBe(1)
  })

  it('is let go by a transaction that was about to be committed', async () => {
    const client = await pool.connect()
    await client.query('BEGIN')
    mute.fallSilent()
    await fails(client.query('COMMIT'))
    client.release()
    expect(pool.totalCount).toBe(0)
  })

  it('is not taken for one because a client is lent out for long: it answers others', async () => {
    const client = await pool.connect()
    await client.query('BEGIN')
    await pause(1_000)
    await client.query('COMMIT')
    client.release()
    expect(pool.idleCount).toBe(1)
  })
})
