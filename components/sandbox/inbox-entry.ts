/** A lead as an agent would find it. `receivedAt` is ISO 8601; what was not sent is `null`. */
export type InboxEntry = {
  id: string
  vitecCustomerId: string
  vitecSourceId: string
  receivedAt: string
  name: string
  phone: string | null
  email: string | null
  address: string | null
  message: string
}
