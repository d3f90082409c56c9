import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '@/lib/db/open-database'
import { createDrafts, openDrafts } from '@/lib/drafts/keep-drafts'
import { createDraftStore } from '@/lib/drafts/store/create-draft-store'
import { sandbox } from '@/lib/environments/environment'
import { createLeadNotes } from '@/lib/leads/store/keep-notes'
import { createVault } from '@/lib/vault/vault'
import { createViewStore } from '@/lib/views/store/create-view-store'
import { someone } from '@/test/support/audit/someone'
import { testDatabases } from '@/test/support/database/test-database'
import { storeLead } from '@/test/support/leads/store-lead'
import { createPrivacyStore } from './create-privacy-store'

const vault = createVault([{ id: 'k', key: Buffer.alloc(32, 'k').toString('base64') }])
const draft = { values: { person: { first_name: 'Astrid', last_name: 'Lind' } }, replaces: null }

describe.each(testDatabases)(
  'where a version that runs beside this one takes a person away, on $kind',
  ({ create }) => {
    let database: Database
    beforeAll(async () => {
      database = await create()
    })
    afterAll(() => database.close())
    beforeEach(() =>
      database.pool.query('TRUNCATE lead, lead_note, lead_match, lead_draft, view_link CASCADE'),
    )

    /** As 0.2.0 does it, which knows of no notes, of nothing that leads are alike by, of no drafts and no links. */
    async function eraseAsBefore(lead: string, byRequest: boolean) {
      const client = await database.pool.connect()
      await client.query('BEGIN')
      await client.query(
        `UPDATE lead SET status = 'cancelled', next_attempt_at = NULL, first_name = '', last_name = '', email = '', phone = '',
         address = '', zip_code = NULL, city = NULL, qualification = NULL, custom_field = NULL, valuation = 0,
         living_area = NULL, rooms = NULL, secondary_area = NULL, lot_size_area = NULL, year_built = NULL,
         occupant_type = NULL, association_fee_ore = NULL, message = '', body = '', warnings = '[]', search_text = '',
         valuation_date = (received_at AT TIME ZONE 'Europe/Stockholm')::date, anonymised_at = now() WHERE id = $1`,
        [lead],
      )
      if (byRequest)
        await client.query(
          `WITH receipt AS (
             INSERT INTO erasure (id, at, actor, leads, cancelled, attempts, kept_answers, sandbox_entries)
             VALUES (gen_random_uuid(), now(), 'system', 1, 0, 0, 0, 0) RETURNING id)
           UPDATE lead SET erasure_id = receipt.id FROM receipt WHERE lead.id = $1`,
          [lead],
        )
      await client.query('COMMIT')
      client.release()
    }
    const left = async () => {
      const { rows } = await database.pool.query<{ lead: string }>(
        'SELECT lead_id AS lead FROM lead_note UNION ALL SELECT lead_id FROM lead_match',
      )
      const drafts = await openDrafts(createDraftStore(database), vault)
      const links = await database.prisma.viewLink.count()
      return { leads: rows.map(({ lead }) => lead), drafts: drafts.length, links }
    }
    async function keep() {
      const [gone, other] = [await storeLead(database), await storeLead(database)]
      for (const lead of [gone, other])
        await createLeadNotes(database.prisma).add(lead, 'Gunhild ringer själv', someone)
      await createDrafts(createDraftStore(database), vault).save('person:a', { draft, seen: null })
      const link = { tokenHash: Buffer.from('hash'), sealed: 'words' }
      await createViewStore(database.prisma).addLink('person:a', link)
      return { gone, other }
    }

    it('what is kept beside the lead goes with it, and no other lead’s', async () => {
      const { gone, other } = await keep()
      await eraseAsBefore(gone, false)
      expect(await left()).toEqual({ leads: [other, other], drafts: 1, links: 1 })
    })

    it('at the person’s request links go too, and every draft, because nobody has looked whose they are', async () => {
      const { gone, other } = await keep()
      await eraseAsBefore(gone, true)
      expect(await left()).toEqual({ leads: [other, other], drafts: 0, links: 0 })
      const draftStore = createDraftStore(database)
      // Whoever has the form open is told, as by an erasure of this version.
      expect(await draftStore.save('person:a', 'sealed', 1)).toBeNull()
    })

    it('this version has looked, and leaves the drafts of others', async () => {
      const { gone, other } = await keep()
      const live = () => openDrafts(createDraftStore(database), vault)
      const request = { id: randomUUID(), leadIds: [gone] }
      await createPrivacyStore(database.prisma, sandbox, live).erase(request, someone, new Date())
      expect(await left()).toEqual({ leads: [other, other], drafts: 1, links: 0 })
    })
  },
)
