import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { DatabaseError } from './database-error'
import { openDatabase } from './open-database'

describe('opening the database', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'lead-api-open-'))
  afterAll(() => rmSync(dataDir, { recursive: true }))

  it('gives everyone in the process the same one, and a closed one anew with what was written', async () => {
    const [first, second] = await Promise.all([
      openDatabase({ DATA_DIR: dataDir }),
      openDatabase({ DATA_DIR: dataDir }),
    ])
    expect(second).toBe(first)
    expect(first).toMatchObject({ kind: 'embedded', place: join(dataDir, 'database') })
    await first.prisma.customer.create({ data: { vitecId: 'ABC123', name: 'Testmäklaren' } })
    await first.close()
    expect(existsSync(join(dataDir, 'database.lock'))).toBe(process.platform !== 'linux')

    const again = await openDatabase({ DATA_DIR: dataDir })
    expect(again).not.toBe(first)
    expect(await again.prisma.customer.count()).toBe(1)
    await again.close()
  }, 60_000)

  it('says in one line, without the password, that a server does not answer', async () => {
    const url = 'postgresql://staff:s3cret@127.0.0.1:9/leads'
    const error = await openDatabase({ DATABASE_URL: url, DATA_DIR: dataDir }).catch((reason) => reason)
    expect(error).toBeInstanceOf(DatabaseError)
    expect(error.message).toMatch(
      /^DATABASE_URL: cannot use PostgreSQL at 127\.0\.0\.1:9\/leads: .*ECONNREFUSED/,
    )
    expect(error.message).not.toMatch(/s3cret|\n/)
  })

  it('says in one line that the data folder cannot be made', async () => {
    const error = await openDatabase({ DATA_DIR: '/dev/null/data' }).catch((reason) => reason)
    expect(error).toBeInstanceOf(DatabaseError)
    expect(error.message).toMatch(/^DATA_DIR: cannot open the database in \/dev\/null\/data\/database: /)
    expect(error.message).not.toMatch(/\n/)
  })
})
