import type { Requester } from '@/lib/audit/audit-event'
import { defaultCustomer, type Identity, requireCustomer } from '@/lib/auth/permissions'
import { AppError } from '@/lib/errors'
import { log } from '@/lib/log'
import {
  type CustomerList,
  type CustomerPage,
  type CustomerQuery,
  type CustomerRecord,
  type CustomerView,
  customerFields,
  type NewLeadSource,
} from './customer'
import type { CustomerStore } from './customer-store'
import { findCustomers } from './find-customers'
import type { VitecAccount } from './vitec-account'

/** What a Vitec that lists lead sources answers; `reason` in its or our words. */
export type ListedLeadSources = { ok: true; leadSources: NewLeadSource[] } | { ok: false; reason: string }

type Ports = {
  store: CustomerStore
  /** Customers' own accounts at Vitec. */
  accounts: {
    canSet: boolean
    set: (customerId: string, account: VitecAccount, requester: Requester) => Promise<void>
    remove: (customerId: string, requester: Requester) => Promise<void>
  }
  /** Asks Vitec for a customer's lead sources. */
  listLeadSources: (vitecCustomerId: string) => Promise<ListedLeadSources>
  /** Whether this Vitec is known to list any. */
  canRefresh: boolean
  /** Lifts a pause. @throws {AppError} `not_allowed` */
  resume: (vitecCustomerId: string, requester: Requester) => Promise<void>
  defaultCustomerId: string | null
}

/** Customers as the screens know them. What names one that is not there throws `not_found`. */
export function createCustomers({ store, accounts, listLeadSources, resume, ...settings }: Ports) {
  const require = async (id: string): Promise<CustomerView> => {
    const customer = await store.find(id)
    if (!customer) throw new AppError('not_found', 'There is no such customer.')
    return customer
  }
  return {
    /** The customer that is meant where none is named. */
    defaultCustomerId: settings.defaultCustomerId,
    /** All customers by name, to choose from. */
    list: async (): Promise<CustomerList> => ({
      customers: await store.list(),
      defaultCustomerId: settings.defaultCustomerId,
    }),
    /** A page of the customers that a search finds, those that are paused first. */
    search: async (query: CustomerQuery): Promise<CustomerPage> => ({
      ...findCustomers(await store.list(), query),
      defaultCustomerId: settings.defaultCustomerId,
    }),
    /** A customer, with what can be done about it here; `null` where there is none. */
    record: async (id: string): Promise<CustomerRecord | null> => {
      const customer = await store.find(id)
      return (
        customer && {
          customer,
          isDefault: customer.vitecId === settings.defaultCustomerId,
          canRefresh: settings.canRefresh,
          canSetAccounts: accounts.canSet,
        }
      )
    },
    /** Our own id of a customer in our list, by what may be its id in Vitec; `null` for any other text. */
    idOf: async (vitecCustomerId: string): Promise<string | null> => {
      const known = customerFields.customer_id.safeParse(vitecCustomerId)
      return known.success ? store.idOf(known.data) : null
    },
    add: store.add,
    change: store.change,
    addLeadSource: store.addLeadSource,
    changeLeadSource: store.changeLeadSource,
    /**
     * Lead sources in use of the customer that a caller names, or means without; `[]` for one that we do not know.
     * @throws {AppError} `no_default_customer`, `forbidden` for a customer that is not the caller's
     */
    async activeLeadSources(named: string | null, identity: Identity): Promise<NewLeadSource[]> {
      const customerId = named || defaultCustomer(identity, settings.defaultCustomerId)
      if (!customerId)
        throw new AppError('no_default_customer', 'Name a customer: /api/lead-sources?customer_id=…')
      const known = customerFields.customer_id.safeParse(customerId)
      requireCustomer(identity, known.data ?? customerId)
      return known.success ? store.activeLeadSources(known.data) : []
    },

    /** Takes over a customer's lead sources from Vitec. @throws {AppError} `neighbour_failed` with Vitec's reason */
    async refreshLeadSources(id: string, requester: Requester): Promise<{ added: number; renamed: number }> {
      const { vitecId } = await require(id)
      const listed = await listLeadSources(vitecId)
      if (!listed.ok) throw new AppError('neighbour_failed', listed.reason)
      return store.merge(id, listed.leadSources, requester)
    },
    /** @throws {AppError} `not_allowed` where it is not paused */
    async resume(id: string, requester: Requester): Promise<CustomerView> {
      const customer = await require(id)
      await resume(customer.vitecId, requester)
      // By our own id: Vitec's may be what a caller sent.
      log.info({ customer_id: id, by: requester.by }, 'a customer is resumed by a person')
      return { ...customer, paused: null }
    },
    /** @throws {AppError} `not_allowed` where no key is set to seal it with */
    async setAccount(id: string, account: VitecAccount, requester: Requester): Promise<CustomerView> {
      await accounts.set(id, account, requester)
      return require(id)
    },
    async removeAccount(id: string, requester: Requester): Promise<CustomerView> {
      await accounts.remove(id, requester)
      return require(id)
    },
  }
}
