import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '@/lib/db/open-database'
import { createVault } from '@/lib/vault/vault'
import { letPass } from '@/test/support/database/let-pass'
import { testDatabases } from '@/test/support/database/test-database'
import { type DraftContent, draftContentSchema } from './draft'
import { createDrafts, openDrafts, resealDrafts } from './keep-drafts'
import { createDraftStore } from './store/create-draft-store'

const key = (id: string, letter: string) => ({ id, key: Buffer.alloc(32, letter).toString('base64') })
const vault = createVault([key('a', 'a')])
const draftOf = (first_name: string): DraftContent => ({ values: { person: { first_name } }, replaces: null })

it('takes no more than a form can hold', () => {
  const wide = { person: Object.fromEntries(Array.from({ length: 41 }, (_, at) => [`f${at}`, ''])) }
  expect(draftContentSchema.safeParse({ values: wide, replaces: null }).success).toBe(false)
  const long = { person: { first_name: 'x'.repeat(2001) } }
  expect(draftContentSchema.safeParse({ values: long, replaces: null }).success).toBe(false)
})

describe.each(testDatabases)('a draft on $kind', ({ create }) => {
  let database: Database
  let store: ReturnType<typeof createDraftStore>
  let drafts: ReturnType<typeof createDrafts>
  beforeAll(async () => {
    database = await create()
    store = createDraftStore(database)
    drafts = createDrafts(store, vault)
  })
  afterAll(() => database.close())
  beforeEach(() => database.pool.query('TRUNCATE lead_draft'))

  it('is there again after its page is gone, for its writer and for nobody else', async () => {
    expect(await drafts.read('person:a')).toEqual({ revision: null, draft: null, unsent: [] })
    const { revision } = await drafts.save('person:a', { draft: draftOf('Erik'), seen: null })
    expect(await drafts.read('person:a')).toMatchObject({ revision, draft: draftOf('Erik') })
    expect(await drafts.read('person:b')).toEqual({ revision: null, draft: null, unsent: [] })
  })

  it('cannot be read in the database, nor in the row of another', async () => {
    await drafts.save('person:a', { draft: draftOf('Erik'), seen: null })
    const { rows } = await database.pool.query('SELECT sealed FROM lead_draft')
    expect(JSON.stringify(rows)).not.toContain('Erik')
    await database.pool.query(`UPDATE lead_draft SET actor = 'person:b'`)
    expect(await drafts.read('person:b')).toMatchObject({ draft: null })
  })

  it('is what a page that goes has typed last, though it has no answer yet to what it sent before', async () => {
    const { revision } = await drafts.save('open', { draft: draftOf('E'), seen: null })
    await drafts.save('open', { draft: draftOf('Erik'), seen: revision })
    const last = { draft: draftOf('Erika'), seen: revision }
    await drafts.save('open', { ...last, onItsWay: draftOf('Erik') })
    expect(await drafts.read('open')).toMatchObject({ draft: draftOf('Erika') })
    // Another page's is never written over for it.
    await expect(drafts.save('open', { ...last, onItsWay: draftOf('Astrid') })).rejects.toMatchObject({
      code: 'draft_changed',
    })
  })

  it('is told apart from what another page has kept since, which is not lost', async () => {
    const first = await drafts.save('open', { draft: draftOf('Erik'), seen: null })
    const second = await drafts.save('open', { draft: draftOf('Astrid'), seen: first.revision })
    await expect(drafts.save('open', { draft: draftOf('Old'), seen: first.revision })).rejects.toMatchObject({
      code: 'draft_changed',
      details: { revision: second.revision },
    })
    await expect(drafts.save('open', { draft: draftOf('New page'), seen: null })).rejects.toMatchObject({
      code: 'draft_changed',
    })
    expect(await drafts.read('open')).toMatchObject({ draft: draftOf('Astrid') })
    // Who says "keep mine" has seen it by then.
    await drafts.save('open', { draft: draftOf('Mine'), seen: second.revision })
    expect(await drafts.read('open')).toMatchObject({ draft: draftOf('Mine') })
  })

  it('is one draft when two pages begin one at once', async () => {
    const both = await Promise.allSettled([
      drafts.save('open', { draft: draftOf('Erik'), seen: null }),
      drafts.save('open', { draft: draftOf('Astrid'), seen: null }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('is gone once it was emptied, and an older page that shows it still is told', async () => {
    const first = await drafts.save('open', { draft: draftOf('Erik'), seen: null })
    const emptied = await drafts.save('open', { draft: null, seen: first.revision })
    expect(await drafts.read('open')).toEqual({ revision: emptied.revision, draft: null, unsent: [] })
    await expect(drafts.save('open', { draft: draftOf('Erik'), seen: first.revision })).rejects.toMatchObject(
      {
        code: 'draft_changed',
      },
    )
    const { rows } = await database.pool.query('SELECT sealed FROM lead_draft')
    expect(rows).toEqual([{ sealed: '' }])
    await drafts.save('open', { draft: draftOf('Next'), seen: null })
  })

  it('stands beside what its writer sent that is not known to be stored, each under its own key', async () => {
    const [one, other] = [crypto.randomUUID(), crypto.randomUUID()]
    await drafts.save('open:a', { draft: draftOf('Next'), seen: null })
    await drafts.keepUnsent('open:a', one, draftOf('Erik'))
    await drafts.keepUnsent('open:a', one, draftOf('Erik'))
    await drafts.keepUnsent('open:ab', other, draftOf('Astrid'))
    expect(await drafts.read('open:a')).toMatchObject({
      draft: draftOf('Next'),
      unsent: [{ ...draftOf('Erik'), key: one, isUnderWay: true }],
    })
    await letPass(database, '1 minute')
    expect((await drafts.read('open:a')).unsent).toEqual([
      { ...draftOf('Erik'), key: one, isUnderWay: false },
    ])
    const { rows } = await database.pool.query('SELECT actor, sealed FROM lead_draft')
    expect(JSON.stringify(rows)).not.toContain('Erik')
    await drafts.sent('open:a', one)
    expect(await drafts.read('open:a')).toMatchObject({ draft: draftOf('Next'), unsent: [] })
    await drafts.dropUnsent('open:ab', other)
    expect((await drafts.read('open:ab')).unsent).toEqual([])
  })

  it('has no more than twenty of those beside it, because nobody looks through more', async () => {
    for (let count = 0; count < 20; count++)
      await drafts.keepUnsent('open:a', crypto.randomUUID(), draftOf('Erik'))
    const one = drafts.keepUnsent('open:a', crypto.randomUUID(), draftOf('Erik'))
    await expect(one).rejects.toMatchObject({ code: 'too_many' })
    await drafts.keepUnsent('open:b', crypto.randomUUID(), draftOf('Erik'))
    await letPass(database, '25 hours')
    await drafts.keepUnsent('open:a', crypto.randomUUID(), draftOf('Erik'))
    expect((await drafts.read('open:a')).unsent).toHaveLength(1)
  })

  it('is none any more after a day', async () => {
    const { revision } = await drafts.save('open', { draft: draftOf('Erik'), seen: null })
    await letPass(database, '25 hours')
    expect(await drafts.read('open')).toEqual({ revision: null, draft: null, unsent: [] })
    expect(await openDrafts(store, vault)).toEqual([])
    expect(await drafts.save('open', { draft: draftOf('Next'), seen: null })).toEqual({
      revision: revision + 1,
    })
  })

  it('is opened by the key that it was sealed with, sealed anew with the first, and else none', async () => {
    await drafts.save('open', { draft: draftOf('Erik'), seen: null })
    const [newer, other] = [createVault([key('b', 'b'), key('a', 'a')]), createVault([key('c', 'c')])]
    expect(await resealDrafts(store, newer)).toBe(1)
    expect(await resealDrafts(store, newer)).toBe(0)
    expect(await createDrafts(store, createVault([key('b', 'b')])).read('open')).toMatchObject({
      draft: draftOf('Erik'),
    })
    expect(await createDrafts(store, other).read('open')).toMatchObject({ draft: null })
  })
})
