import type { Pool, PoolClient } from 'pg'
import { expect } from 'vitest'
import type { Random } from '@/test/run/random.mjs'

/** What one worker's rows must be: key → value. */
type Model = Map<number, string>
type Runner = Pick<PoolClient, 'query'>

const accounts = 4
/** One that no transfer locks, so that a statement on it never waits, and cannot be chosen to end a deadlock. */
export const untouchedAccount = accounts
const keys = 12

/**
 * Does random things to its own rows, and to accounts shared with the other workers, and checks every answer
 * against a model of what its rows must be.
 */
export class FuzzWorker {
  model: Model = new Map()
  #token = 0

  constructor(
    readonly id: number,
    readonly pool: Pool,
    readonly random: Random,
  ) {}

  async run(steps: number): Promise<void> {
    for (let step = 0; step < steps; step++) {
      if (this.random.chance(0.4)) await this.#transaction()
      else if (this.random.chance(0.15)) await this.#fail(this.pool)
      else await this.#act(this.pool, this.model)
    }
  }

  async #transaction(): Promise<void> {
    const client = await this.pool.connect()
    const model: Model = new Map(this.model)
    let failed = false
    try {
      await client.query('BEGIN')
      for (let n = this.random.below(5); n > 0 && !failed; n--) {
        failed = await this.#stepInside(client, model)
      }
      if (failed) await expect(client.query('SELECT $1::int', [1])).rejects.toMatchObject({ code: '25P02' })
    } catch (error) {
      client.release(true)
      throw error
    }
    await this.#finish(client, failed, model)
  }

  /** True when the transaction has failed. */
  async #stepInside(client: Runner, model: Model): Promise<boolean> {
    const kind = this.random.below(20)
    if (kind < 2) return this.#transfer(client)
    if (kind < 4) return this.#fail(client)
    await (kind < 7 ? this.#undoToSavepoint(client, model) : this.#act(client, model))
    return false
  }

  async #finish(client: PoolClient, failed: boolean, model: Model): Promise<void> {
    const way = this.random.below(6)
    if (way === 0) return client.release(true)
    if (way === 1) return client.release()
    if (way === 2) await client.query('ROLLBACK')
    else {
      const { command } = await client.query('COMMIT')
      expect(command).toBe(failed ? 'ROLLBACK' : 'COMMIT')
      if (!failed) this.model = model
    }
    client.release()
  }

  async #act(on: Runner, model: Model): Promise<void> {
    const key = this.random.below(keys)
    const before = model.get(key)
    const text = `${this.id}:${this.#token++}`
    const kind = this.random.below(5)
    if (kind === 0) {
      const sql =
        'INSERT INTO item VALUES ($1, $2, $3) ON CONFLICT (worker, key) DO UPDATE SET text = $3 RETURNING text'
      const { rows } = await on.query(sql, [this.id, key, text])
      expect(rows).toEqual([{ text }])
      model.set(key, text)
    } else if (kind === 1) {
      const { rowCount } = await on.query('DELETE FROM item WHERE worker = $1 AND key = $2', [this.id, key])
      expect(rowCount).toBe(before === undefined ? 0 : 1)
      model.delete(key)
    } else if (kind === 2) {
      // Without parameters: the other of the two protocols.
      const { rows } = await on.query(`SELECT key, text FROM item WHERE worker = ${this.id} ORDER BY key`)
      expect(rows).toEqual([...model].sort(([a], [b]) => a - b).map(([k, t]) => ({ key: k, text: t })))
    } else if (kind === 3) {
      const { rows } = await on.query({ text: 'SELECT $1::text', values: [text], rowMode: 'array' })
      expect(rows).toEqual([[text]])
    } else {
      const { rows } = await on.query('SELECT sum(money)::int AS money FROM account')
      expect(rows).toEqual([{ money: 0 }])
    }
  }

  /** Work that is undone while its transaction goes on. */
  async #undoToSavepoint(client: Runner, model: Model): Promise<void> {
    await client.query('SAVEPOINT here')
    await this.#act(client, new Map(model))
    if (this.random.chance(0.5)) await this.#fail(client)
    await client.query('ROLLBACK TO SAVEPOINT here')
  }

  /** Moves money between shared accounts; true when PostgreSQL broke a deadlock by failing it. */
  async #transfer(client: Runner): Promise<boolean> {
    const sql = 'UPDATE account SET money = money + $1 WHERE id = $2'
    try {
      await client.query(sql, [1, this.random.below(accounts)])
      await client.query(sql, [-1, this.random.below(accounts)])
      return false
    } catch (error) {
      expect(error).toMatchObject({ code: '40P01' })
      return true
    }
  }

  async #fail(on: Runner): Promise<true> {
    const [sql, values, code] = failures[this.random.below(failures.length)] ?? failures[0]
    await expect(on.query(sql, values)).rejects.toMatchObject({ code })
    return true
  }
}

const failures: [[string, unknown[], string], ...[string, unknown[], string][]] = [
  ['SELECT 1/$1::int', [0], '22012'],
  ['SELECT 1/0', [], '22012'],
  ['INSERT INTO account VALUES ($1, 0)', [untouchedAccount], '23505'],
  ['SELECT nothing FROM item', [], '42703'],
  ['SELECT $1::int', ['x'], '22P02'],
]
