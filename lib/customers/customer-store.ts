import type { Requester } from '@/lib/audit/audit-event'
import type { CustomerRow, CustomerView, NameChange, NewCustomer, NewLeadSource } from './customer'

/**
 * Customers and their lead sources, kept by an administrator: Vitec documents no way to list them. What changes something
 * writes its audit event with it; what changes nothing, because it is so already, writes none.
 */
export type CustomerStore = {
  /** All customers by name, as Swedes sort them, in use or not. */
  list(): Promise<CustomerRow[]>
  /** @throws {AppError} `already_exists` */
  add(customer: NewCustomer, requester: Requester): Promise<CustomerView>
  /** @throws {AppError} `not_found` */
  change(id: string, change: NameChange, requester: Requester): Promise<CustomerView>
  /** @throws {AppError} `not_found`, `already_exists` */
  addLeadSource(customerId: string, leadSource: NewLeadSource, requester: Requester): Promise<CustomerView>
  /** @throws {AppError} `not_found` */
  changeLeadSource(id: string, change: NameChange, requester: Requester): Promise<CustomerView>
  /** Adds what Vitec has and we lack, takes over its names; switches nothing off. @throws {AppError} `not_found` */
  merge(
    customerId: string,
    fromVitec: NewLeadSource[],
    requester: Requester,
  ): Promise<{ added: number; renamed: number }>
  find(id: string): Promise<CustomerView | null>
  /** Our own id of the customer with this id in Vitec; `null` where it is not in our list. */
  idOf(vitecCustomerId: string): Promise<string | null>
  /** Active lead sources of an active customer, by name; `[]` for one that is not in our list. */
  activeLeadSources(vitecCustomerId: string): Promise<NewLeadSource[]>
}
