import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, describe, expect, it, onTestFinished } from 'vitest'
import { openDatabase } from '@/lib/db/open-database'
import { createHoldStore } from '@/lib/sending/store/create-hold-store'
import { newDataFolder } from '@/test/run/data-template.mjs'
import { newPostgresDatabase } from '@/test/support/database/postgres-template'
import { readMarks } from './marks'
import { recognise } from './recognise'

/** What a start finds out, and whether sending is held then. */
async function start(settings: { DATABASE_URL?: string; DATA_DIR: string }) {
  const database = await openDatabase(settings)
  const recognised = await recognise(database.prisma, await readMarks(database))
  const hold = await createHoldStore(database.prisma, 'sandbox').read()
  await database.close()
  return { recognised, held: hold?.reason ?? null }
}

const known = { recognised: 'same', held: null }
const restored = { recognised: 'other', held: 'restored' }

describe('the embedded database', () => {
  const home = mkdtempSync(join(tmpdir(), 'lead-api-identity-'))
  const folder = (name: string) => join(home, name)
  const startIn = (name: string) => start({ DATA_DIR: folder(name) })
  afterAll(() => rmSync(home, { recursive: true, force: true }))

  it('is not held when it is new, started again, or at another path: containers come and go', async () => {
    renameSync(newDataFolder(), folder('original'))
    expect(await startIn('original')).toEqual({ recognised: 'new', held: null })
    expect(await startIn('original')).toEqual(known)
    renameSync(folder('original'), folder('renamed'))
    expect(await startIn('renamed')).toEqual(known)
    renameSync(folder('renamed'), folder('original'))
  })

  it('is held when it was copied, and stays held after a restart', async () => {
    execFileSync('cp', ['-a', folder('original'), folder('copy')])
    expect(await startIn('copy')).toEqual(restored)
    expect(await startIn('copy')).toEqual({ recognised: 'same', held: 'restored' })
  })

  it('is held when it was unpacked in the very place of the one that was removed', async () => {
    execFileSync('tar', ['-C', home, '-cf', folder('backup.tar'), 'original'])
    rmSync(folder('original'), { recursive: true })
    execFileSync('tar', ['-C', home, '-xf', folder('backup.tar')])
    expect(await startIn('original')).toEqual(restored)
  })

  it('is held when it was unpacked over the one that was there', async () => {
    cpSync(folder('original'), folder('over'), { recursive: true })
    await startIn('over')
    execFileSync('tar', ['-C', folder('over'), '-cf', folder('over.tar'), 'database'])
    execFileSync('tar', ['-C', folder('over'), '-xf', folder('over.tar')])
    expect((await startIn('over')).recognised).toBe('other')
  })
})

const serverUrl = process.env.TEST_DATABASE_URL
/** PostgreSQL's own tools are not everywhere where a server is. */
const canDump = spawnSync('pg_dump', ['--version']).status === 0

describe.runIf(serverUrl)('a PostgreSQL database', () => {
  const administer = async (...statements: string[]) => {
    const client = new pg.Client(serverUrl)
    await client.connect()
    for (const statement of statements) await client.query(statement)
    await client.end()
  }
  const urlOf = (name: string) => Object.assign(new URL(serverUrl ?? ''), { pathname: name }).href
  const startOn = (name: string, role?: string) => {
    const url = new URL(urlOf(name))
    if (role) url.username = role
    return start({ DATABASE_URL: url.href, DATA_DIR: 'unused' })
  }
  const dropAfterwards = (name: string) =>
    onTestFinished(() => administer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`))
  /** A name for a database that is gone after the test. */
  const newName = () => {
    const name = `identity_${crypto.randomUUID().replaceAll('-', '')}`
    dropAfterwards(name)
    return name
  }
  const createDatabase = async () => {
    const { place } = await newPostgresDatabase(serverUrl ?? '')
    dropAfterwards(place)
    expect(await startOn(place)).toEqual({ recognised: 'new', held: null })
    return place
  }
  const dump = (name: string) => execFileSync('pg_dump', ['-Fc', '--clean', urlOf(name)])
  const restore = (name: string, input: Buffer, ...options: string[]) =>
    execFileSync('pg_restore', [...options, '-d', urlOf(name)], { input })

  it('is not held when it is started again, under whatever name', async () => {
    const [name, renamed] = [await createDatabase(), newName()]
    expect(await startOn(name)).toEqual(known)
    await administer(`ALTER DATABASE ${name} RENAME TO ${renamed}`)
    expect(await startOn(renamed)).toEqual(known)
  })

  it('is held when it was made of another as its template', async () => {
    const [name, copy] = [await createDatabase(), newName()]
    await administer(`CREATE DATABASE ${copy} TEMPLATE ${name}`)
    expect(await startOn(copy)).toEqual(restored)
    expect(await startOn(name), 'the original is what it was').toEqual(known)
  })

  it.runIf(canDump)(
    'is held when it was restored from a dump, into a new database or over itself',
    async () => {
      const [name, other] = [await createDatabase(), newName()]
      const bytes = dump(name)
      await administer(`CREATE DATABASE ${other}`)
      restore(other, bytes)
      expect(await startOn(other)).toEqual(restored)
      restore(name, bytes, '--clean', '--if-exists')
      expect(await startOn(name)).toEqual(restored)
    },
  )

  it('is known by its OID where the role may not read the system identifier, also when it may later', async () => {
    const name = newName()
    const role = `role_${name}`
    await administer(`CREATE ROLE ${role} LOGIN`, `CREATE DATABASE ${name} OWNER ${role}`)
    onTestFinished(() =>
      administer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`, `DROP ROLE IF EXISTS ${role}`),
    )
    const owner = new pg.Client(urlOf(name))
    await owner.connect()
    await owner.query('REVOKE EXECUTE ON FUNCTION pg_control_system() FROM PUBLIC')
    await owner.end()
    expect(await startOn(name, role)).toEqual({ recognised: 'new', held: null })
    expect(await startOn(name, role)).toEqual(known)
    expect(await startOn(name)).toEqual(known)
  })
})
