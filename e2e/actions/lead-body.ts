import { exampleRequest } from '@/lib/openapi/lead-examples'

/** A lead's body as a caller writes it; give the parts to change. The person is made up. */
export function leadBody(changes: { customer?: object; person?: object; property?: object } = {}) {
  const { customer, person, property } = exampleRequest
  return {
    customer: { ...customer, ...changes.customer },
    person: { ...person, ...changes.person },
    property: { ...property, ...changes.property },
  }
}

/** A name that no other test uses, so that tests can share one server. */
export function uniqueName(): string {
  return `Test${crypto.randomUUID().slice(0, 8)}`
}
