import { exampleRequest } from '../example-request'

/** The request of the source document's Python sample, one to change. */
export const seedBody = () => structuredClone(exampleRequest)
