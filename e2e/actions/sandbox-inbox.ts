import type { APIRequestContext } from 'playwright/test'

type InboxLead = {
  id: string
  customerId: string
  receivedAt: string
  personLead: {
    firstName: string
    lastName: string
    message: string
    typeId: string
    [member: string]: unknown
  }
}

/** What Vitec's stand-in has received of a person with this last name, newest first. */
export async function receivedByVitec(request: APIRequestContext, lastName: string): Promise<InboxLead[]> {
  const inbox: InboxLead[] = await (await request.get('/sandbox/inbox.json')).json()
  return inbox.filter((lead) => lead.personLead.lastName === lastName)
}
