import type { NameChange, NewCustomer, NewLeadSource } from './customer-input'
import type { CustomerView } from './customer-view'

/** Customers and their lead sources, kept by an administrator: Vitec documents no way to list them. */
export type CustomerStore = {
  /** All customers by name, in use or not. */
  list(): Promise<CustomerView[]>
  /** @throws {AppError} `already_exists` */
  add(customer: NewCustomer): Promise<CustomerView>
  /** @throws {AppError} `not_found` */
  change(id: string, change: NameChange): Promise<CustomerView>
  /** @throws {AppError} `not_found`, `already_exists` */
  addLeadSource(customerId: string, leadSource: NewLeadSource): Promise<CustomerView>
  /** @throws {AppError} `not_found` */
  changeLeadSource(id: string, change: NameChange): Promise<CustomerView>
  /** Adds what Vitec has and we lack, takes over its names; switches nothing off. @throws {AppError} `not_found` */
  merge(customerId: string, fromVitec: NewLeadSource[]): Promise<{ added: number; renamed: number }>
  find(id: string): Promise<CustomerView | null>
  /** Active lead sources of an active customer, by name; `[]` for one that is not in our list. */
  activeLeadSources(vitecCustomerId: string): Promise<NewLeadSource[]>
  /** Whether the lists know a customer, and this lead source of it. */
  knows(vitecCustomerId: string, vitecSourceId: string): Promise<{ customer: boolean; leadSource: boolean }>
}
