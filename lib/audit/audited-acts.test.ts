import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '@/lib/db/open-database'
import { AppError } from '@/lib/errors'
import { noFilter } from '@/lib/leads/log-filter'
import { type ActsWorld, createActsWorld } from '@/test/support/audit/acts-world'
import { someone } from '@/test/support/audit/someone'
import { testDatabases } from '@/test/support/database/test-database'
import { type AuditVerb, auditVerbs } from './audit-verb'

/** Makes things ready for an act, and resolves to the act. */
type Arrange = (world: ActsWorld) => Promise<() => Promise<unknown>>

/**
 * Written by better-auth, or of something that leaves nothing in the database: these are recorded after, because they
 * share no transaction with it (docs/privacy.md).
 */
const apart = 'apart'

const isFailed = { status: 'failed', nextAttemptAt: null } as const

/** Every verb: a new one has to be added here, with an act that it records. */
const acts: Record<AuditVerb, Arrange | typeof apart> = {
  'lead.create': async (world) => () => world.enter(),
  'lead.replace': async (world) => {
    const id = await world.lead(isFailed)
    return () => world.replace(id)
  },
  'lead.send-again': async (world) => {
    const id = await world.lead(isFailed)
    return () => world.delivery.act(id, 'send_again', someone)
  },
  'lead.settle': async (world) => {
    const id = await world.lead({ status: 'unknown', nextAttemptAt: null })
    return () => world.delivery.act(id, 'settle', someone)
  },
  'lead.unsettle': async (world) => {
    const id = await world.lead({ status: 'unknown', nextAttemptAt: null })
    await world.delivery.act(id, 'settle', someone)
    return () => world.delivery.act(id, 'unsettle', someone)
  },
  'lead.note': async (world) => {
    const id = await world.lead()
    return () => world.notes.add(id, 'They call back on Monday.', someone)
  },
  'lead.cancel': async (world) => {
    const id = await world.lead()
    return () => world.delivery.act(id, 'cancel', someone)
  },
  'lead.look-up': async (world) => {
    const id = await world.doubt()
    return () => world.lookUp(id, someone)
  },
  'lead.set-aside': async (world) => {
    const id = await world.lead(isFailed)
    return () => world.setAside(id, true, someone)
  },
  'lead.put-back': async (world) => {
    const id = await world.lead({ ...isFailed, setAsideAt: new Date() })
    return () => world.setAside(id, false, someone)
  },
  'lead.export': async (world) => () =>
    world.recordExport({ ...noFilter, search: 'x' }, randomUUID(), someone),
  'lead-export.allow': async (world) => () => world.exportRule.set(true, someone),
  'lead-export.refuse': async (world) => {
    await world.exportRule.set(true, someone)
    return () => world.exportRule.set(false, someone)
  },
  'view.share': async (world) => () => world.view(true),
  'view.change': async (world) => {
    const id = await world.view(true)
    return () => world.views.change(world.viewer, id, { name: 'Another' }, someone)
  },
  'view.unshare': async (world) => {
    const id = await world.view(true)
    return () => world.views.change(world.viewer, id, { shared: false }, someone)
  },
  'view.remove': async (world) => {
    const id = await world.view(true)
    return () => world.views.remove(world.viewer, id, someone)
  },
  'bulk-send.begin': async (world) => {
    await world.lead(isFailed)
    return () => world.beginBulk()
  },
  'bulk-send.cancel': async (world) => {
    await world.lead(isFailed)
    const id = await world.beginBulk()
    return () => world.bulkSends.cancel(id, new Date(), someone)
  },
  'sending.hold': async (world) => () => world.holds.begin(someone),
  'sending.lift': async (world) => {
    await world.holds.begin(someone)
    const hold = await world.holds.read()
    return () => world.holds.lift(hold?.id ?? '', someone)
  },
  'sending.release': async (world) => {
    await world.holds.begin(someone)
    await world.lead()
    return () => world.step('release')
  },
  'sending.look-up': async (world) => {
    await world.doubt()
    await world.holds.begin(someone)
    return () => world.step('look_up')
  },
  'sending.settle': async (world) => {
    await world.lead({ status: 'unknown', nextAttemptAt: null })
    await world.holds.begin(someone)
    return () => world.step('settle')
  },
  'sending.cancel': async (world) => {
    await world.lead()
    await world.holds.begin(someone)
    return () => world.step('cancel')
  },
  'sending.move': async (world) => {
    const [here, environment] = ['https://connect.example.com', 'https://former.example.com']
    await world.lead({ environment })
    return () => world.step('move', { here, environment })
  },
  'customer.add': async (world) => () =>
    world.customers.add({ vitecId: randomUUID(), name: 'Norr' }, someone),
  'customer.change': async (world) => {
    const { id } = await world.customer()
    return () => world.customers.change(id, { name: 'Another' }, someone)
  },
  'customer.resume': async (world) => {
    const { vitecId } = await world.customer()
    await world.pause(vitecId)
    return () => world.delivery.resume(vitecId, someone)
  },
  'customer.refresh': async (world) => {
    const { id } = await world.customer()
    return () => world.customers.merge(id, [{ vitecId: 'S1', name: 'Widget' }], someone)
  },
  'lead-source.add': async (world) => {
    const { id } = await world.customer()
    return () => world.customers.addLeadSource(id, { vitecId: 'S1', name: 'Widget' }, someone)
  },
  'lead-source.change': async (world) => {
    const { id } = await world.customer()
    const source = { vitecId: 'S1', name: 'Widget' }
    const { leadSources } = await world.customers.addLeadSource(id, source, someone)
    return () => world.customers.changeLeadSource(leadSources[0]?.id ?? '', { name: 'Another' }, someone)
  },
  'privacy.search': async (world) => () => world.privacy.find('Nobody', someone),
  'privacy.export': async (world) => {
    const id = await world.lead()
    return () => world.privacy.export([id], new Date(), someone)
  },
  'privacy.erase': async (world) => {
    const id = await world.lead()
    return () => world.privacy.erase({ id: randomUUID(), leadIds: [id] }, someone, new Date())
  },
  'privacy.erase-again': async (world) => {
    const lead = await world.lead()
    return () => world.eraseAgain(lead)
  },
  'privacy.confirm-retention': async (world) => {
    const run = await world.heldRun()
    return () => world.retention.confirm(run.id, 24, run, someone)
  },
  'privacy.accept-clock': async (world) => {
    await world.doubtClock()
    return () => world.clock.accept(new Date(), someone)
  },
  'database.copy': apart,
  'database.read': apart,
  'database.change': async (world) => () => world.changeDirectly(),
  'alert.test': async (world) => () => world.alerts.addTest(['webhook'], someone),
  'webhook.set': async (world) => () => world.webhook(),
  'webhook.rotate': async (world) => {
    const actor = await world.webhook()
    return () => world.webhooks.rotate(actor, 'other', 1, someone)
  },
  'webhook.switch-off': async (world) => {
    const actor = await world.webhook()
    return () => world.webhooks.switchOff(actor, someone)
  },
  'webhook.remove': async (world) => {
    const actor = await world.webhook()
    return () => world.webhooks.remove(actor, someone)
  },
  'webhook.test': async (world) => {
    const actor = await world.webhook()
    return () => world.webhooks.addTest(actor, someone)
  },
  'webhook.resend': async (world) => {
    const actor = await world.webhook()
    const { id } = await world.webhooks.addTest(actor, someone)
    return () => world.webhooks.resend(actor, id, someone)
  },
  'vitec-account.set': async (world) => {
    const { id } = await world.customer()
    return () => world.vitecAccounts.set({ customerId: id, sealed: 'v1.a.b' }, new Date(), someone)
  },
  'vitec-account.remove': async (world) => {
    const { id } = await world.customer()
    await world.vitecAccounts.set({ customerId: id, sealed: 'v1.a.b' }, new Date(), someone)
    return () => world.vitecAccounts.remove(id, someone)
  },
  'api-key.make': async (world) => () => world.apiKey(),
  'api-key.change': async (world) => {
    const { id } = await world.apiKey()
    const change = { name: 'Another', customers: null, perMinute: 60 }
    return () => world.apiKeys.change(id, change, new Date(), someone)
  },
  'api-key.rotate': async (world) => {
    const { id } = await world.apiKey()
    const secret = { hash: Uint8Array.from(randomBytes(32)), hint: 'abcd', mode: 'live' as const }
    return () => world.apiKeys.rotate(id, () => secret, new Date(), new Date(), someone)
  },
  'api-key.revoke': async (world) => {
    const { id } = await world.apiKey()
    return () => world.apiKeys.revoke(id, new Date(), someone)
  },
  'person.invite': async (world) => () => world.invite(),
  'person.withdraw': async (world) => {
    const { invitation } = await world.invite()
    return () => world.people.withdraw(invitation.id, someone)
  },
  'person.accept': async (world) => {
    const invited = await world.invite()
    return () => world.accept(invited)
  },
  'person.change': async (world) => {
    const id = await world.person()
    return () => world.people.change(id, { role: 'viewer' }, someone)
  },
  'person.reset': async (world) => {
    const id = await world.person()
    return () => world.people.offerReset(id, someone)
  },
  'person.remove': async (world) => {
    const id = await world.person()
    await world.people.change(id, { disabled: true }, someone)
    return () => world.people.remove(id, someone)
  },
  'person.sign-out-everywhere': async (world) => {
    const id = await world.person()
    await world.signInAs(id)
    return () => world.people.signOutEverywhere(id, someone)
  },
  'person.sign-in': apart,
  'person.sign-out': apart,
  'person.change-password': apart,
  'person.add-second-factor': apart,
  'person.remove-second-factor': apart,
  'person.refuse-sign-in': apart,
  'person.refuse-code': apart,
  'person.refuse-password': apart,
}

/** Acts on what is as it would become by them already, or is not there. */
const already: Record<string, Arrange> = {
  'a customer that has that name': async (world) => {
    const { id } = await world.customer()
    return () => world.customers.change(id, { name: 'Norr' }, someone)
  },
  'a lead source that has that name': async (world) => {
    const { id } = await world.customer()
    const source = { vitecId: 'S1', name: 'Widget' }
    const { leadSources } = await world.customers.addLeadSource(id, source, someone)
    return () => world.customers.changeLeadSource(leadSources[0]?.id ?? '', { name: 'Widget' }, someone)
  },
  'lead sources that are as Vitec has them': async (world) => {
    const { id } = await world.customer()
    const source = { vitecId: 'S1', name: 'Widget' }
    await world.customers.addLeadSource(id, source, someone)
    return () => world.customers.merge(id, [source], someone)
  },
  'an account that was removed': async (world) => {
    const { id } = await world.customer()
    return () => world.vitecAccounts.remove(id, someone)
  },
  'a key that is as asked': async (world) => {
    const { id, name, customers, perMinute } = await world.apiKey()
    return () => world.apiKeys.change(id, { name, customers, perMinute }, new Date(), someone)
  },
  'a key that was revoked': async (world) => {
    const { id } = await world.apiKey()
    await world.apiKeys.revoke(id, new Date(), someone)
    return () => world.apiKeys.revoke(id, new Date(), someone)
  },
  'a person who is as asked': async (world) => {
    const id = await world.person()
    return () => world.people.change(id, { role: 'staff', disabled: false }, someone)
  },
  'a person who was removed': async (world) => {
    const id = await world.person()
    await world.people.change(id, { disabled: true }, someone)
    await world.people.remove(id, someone)
    return () => world.people.remove(id, someone)
  },
  'an invitation that was withdrawn': async (world) => {
    const { invitation } = await world.invite()
    await world.people.withdraw(invitation.id, someone)
    return () => world.people.withdraw(invitation.id, someone)
  },
  'sessions that are over': async (world) => {
    const id = await world.person()
    return () => world.people.signOutEverywhere(id, someone)
  },
  'a customer that is not paused': async (world) => {
    const { vitecId } = await world.customer()
    return () => world.delivery.resume(vitecId, someone)
  },
  'a lead that was cancelled': async (world) => {
    const id = await world.lead({ status: 'cancelled', nextAttemptAt: null })
    return () => world.delivery.act(id, 'cancel', someone)
  },
  'a lead that is in no doubt': async (world) => {
    const id = await world.lead(isFailed)
    return () => world.lookUp(id, someone)
  },
  'a bulk that was cancelled': async (world) => {
    await world.lead(isFailed)
    const id = await world.beginBulk()
    await world.bulkSends.cancel(id, new Date(), someone)
    return () => world.bulkSends.cancel(id, new Date(), someone)
  },
  'a bulk that was begun': async (world) => {
    await world.lead(isFailed)
    const id = await world.beginBulk()
    const request = { ...noFilter, id, status: 'failed', expected: 1 } as const
    return () => world.bulkSends.begin(request, new Date(), someone)
  },
  'sending that is held': async (world) => {
    await world.holds.begin(someone)
    return () => world.holds.begin(someone)
  },
  'a hold that was lifted': async (world) => () => world.holds.lift(randomUUID(), someone),
  'waiting leads of which there are none': async (world) => () => world.step('cancel'),
  'leads that are not there': async (world) => () =>
    world.privacy.export([randomUUID()], new Date(), someone),
  'an erasure that was made': async (world) => {
    const request = { id: randomUUID(), leadIds: [await world.lead()] }
    await world.privacy.erase(request, someone, new Date())
    return () => world.privacy.erase(request, someone, new Date())
  },
  'a clock that is believed': async (world) => () => world.clock.accept(new Date(), someone),
}

const together = auditVerbs.flatMap((verb) => {
  const arrange = acts[verb]
  return arrange === apart ? [] : [{ verb, arrange }]
})

describe.each(testDatabases)('an act and its audit event are one, on $kind', ({ create }) => {
  let database: Database
  let world: ActsWorld
  beforeAll(async () => {
    database = await create()
    world = await createActsWorld(database)
  })
  afterAll(() => database.close())

  it.each(together)(
    '$verb is recorded once, and is not done where it cannot be recorded',
    async ({ verb, arrange }) => {
      const act = await arrange(world)
      const events = () => database.prisma.auditEvent.count({ where: { verb } })
      const [before, recorded] = [await world.everything(), await events()]
      await world.refusingEvents(async () => {
        await expect(act()).rejects.toThrow()
      })
      expect(await world.everything()).toBe(before)
      expect(await events()).toBe(recorded)

      await act()
      expect(await events()).toBe(recorded + 1)
      await world.clear()
    },
  )

  it.each(Object.entries(already))(
    '%s is refused and recorded nowhere, or changes nothing and is not recorded',
    async (_, again) => {
      const act = await again(world)
      const [before, recorded] = [await world.everything(), await database.prisma.auditEvent.count()]
      await act().catch((error: unknown) => expect(error).toBeInstanceOf(AppError))
      expect(await world.everything()).toBe(before)
      expect(await database.prisma.auditEvent.count()).toBe(recorded)
      await world.clear()
    },
  )

  it('tells whoever removes what is gone that it is', async () => {
    const missingId = randomUUID()
    const { id } = await world.customer()
    const key = await world.apiKey()
    await world.apiKeys.revoke(key.id, new Date(), someone)
    const refusals = {
      not_found: [
        () => world.people.remove(missingId, someone),
        () => world.people.withdraw(missingId, someone),
        () => world.people.offerReset(missingId, someone),
        () => world.people.change(missingId, { role: 'viewer' }, someone),
        () => world.apiKeys.revoke(missingId, new Date(), someone),
        () => world.vitecAccounts.remove(id, someone),
        () => world.customers.change(missingId, { name: 'Another' }, someone),
        () => world.customers.changeLeadSource(missingId, { name: 'Another' }, someone),
      ],
      not_allowed: [() => world.apiKeys.revoke(key.id, new Date(), someone)],
    }
    for (const [code, acts] of Object.entries(refusals))
      for (const act of acts) await expect(act()).rejects.toMatchObject({ code })
  })

  it('does not give the receipt of other leads for an id that is used again', async () => {
    const [one, other] = [await world.lead(), await world.lead()]
    const id = randomUUID()
    const erase = (...leadIds: string[]) => world.privacy.erase({ id, leadIds }, someone, new Date())
    expect(await erase(one)).toMatchObject({ kind: 'erased' })
    expect(await erase(one)).toMatchObject({ kind: 'erased', receipt: { leads: 1 } })
    for (const leads of [[other], [one, other]]) expect(await erase(...leads)).toEqual({ kind: 'other' })
    const left = await database.prisma.lead.count({ where: { id: other, anonymisedAt: null } })
    expect(left).toBe(1)
    await world.clear()
  })

  it('does not take another bulk for the one that its id is of', async () => {
    await world.lead(isFailed)
    const id = await world.beginBulk()
    const asked = { ...noFilter, id, status: 'failed', expected: 1 } as const
    const begin = (changes: object) => world.bulkSends.begin({ ...asked, ...changes }, new Date(), someone)
    expect(await begin({})).toEqual({ kind: 'begun' })
    expect(await begin({ expected: 2 })).toEqual({ kind: 'other' })
    expect(await begin({ status: 'rejected' })).toEqual({ kind: 'other' })
    await world.clear()
  })
})
