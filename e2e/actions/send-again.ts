import type { APIRequestContext, APIResponse } from 'playwright/test'

/** Sends a lead again, as the button does for whoever has seen so many attempts. */
export function sendAgain(
  request: APIRequestContext,
  leadId: string,
  attempts: number,
): Promise<APIResponse> {
  return request.post(`/api/staff/leads/${leadId}/send-again`, { data: { attempts } })
}
