import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type pg from 'pg'
import { openDatabase } from '@/lib/db/open-database'
import { readMarks } from '@/lib/environments/store/marks'
import { recognise } from '@/lib/environments/store/recognise'
import { createJobEngine } from '@/lib/jobs/job-engine'
import { newDataFolder } from '@/test/run/data-template.mjs'
import { storeLead } from '../leads/store-lead'

/** Texts that a dump could get wrong: its own marks, escapes, ends of lines, signs outside of the first plane. */
export const hardTexts = [
  '\\.',
  '\\N',
  'a\tb\nc\rd\\',
  '',
  'Åsa 🏡 O\'Brien "x"',
  '\u0001\u007f',
  'COPY x FROM stdin;',
  '-- Lead API dump is whole {}',
]

/** A data folder whose database has been started, and has rows in tables of each kind; the caller removes it. */
export async function filledFolder(): Promise<string> {
  const dataDir = newDataFolder()
  const database = await openDatabase({ DATA_DIR: dataDir })
  await createJobEngine(
    (text, values) => database.pool.query(text, values),
    (error) => {
      throw error
    },
  ).prepare()
  await recognise(database.prisma, await readMarks(database))
  await fill(database.pool)
  for (let n = 0; n < 3; n++) await storeLead(database, { at: new Date() })
  await database.close()
  return dataDir
}

/** Rows of other kinds than leads: words, bytes, lists, JSON, numbers from a sequence. */
export async function fill(pool: pg.Pool): Promise<void> {
  for (const text of hardTexts) {
    await pool.query(`INSERT INTO customer (id, vitec_id, name, updated_at) VALUES ($1, $2, $3, now())`, [
      ...[randomUUID(), randomUUID(), text],
    ])
    await pool.query(`INSERT INTO sandbox_lead (id, customer_id, person_lead) VALUES ($1, 'A', $2)`, [
      ...[randomUUID(), JSON.stringify({ text, list: [1, null, 1.5e-7] })],
    ])
    await pool.query(`INSERT INTO rate_limit (subject, spent_until, is_full) VALUES ($1, now(), false)`, [
      Buffer.from(`${text}\0\xff`, 'latin1'),
    ])
  }
  await pool.query(
    `INSERT INTO audit_event (id, at, actor, verb, subject, address)
     VALUES (gen_random_uuid(), now(), 'system', 'lead.create', 'lead:1', 'none')`,
  )
}

export const databaseIn = (dataDir: string): string => join(dataDir, 'database')
