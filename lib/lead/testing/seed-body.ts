import { exampleRequest } from '@/lib/openapi/lead-examples'

/** The request of the source document's Python sample, one to change. */
export const seedBody = () => structuredClone(exampleRequest)
