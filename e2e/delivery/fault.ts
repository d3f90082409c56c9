import type { APIRequestContext, Page } from 'playwright/test'
import type { LeadStatus } from '@/lib/leads/lead'

/** What becomes of a lead that meets a fault; of two numbers the second is after a person has sent it again. */
export type Fault = {
  customer: string
  leadSource: string
  /** HTTP status and `status` of the answer to `POST /api/lead`. */
  answer: string
  status: LeadStatus
  /** The title that the form and the record show. */
  title: string
  attempts: readonly [number, number]
  leadsAtVitec: readonly [number, number]
}

type Fixtures = { request: APIRequestContext; page: Page }

/** A way for leads to come in, and for a person to send them again. */
export type Channel = {
  /** Sends a lead; resolves to its id as soon as that is answered. */
  send(fixtures: Fixtures, fault: Fault, lastName: string): Promise<string>
  /** Sends it again, or is refused because it is delivered; resolves as soon as that is answered. */
  sendAgain(fixtures: Fixtures, fault: Fault, leadId: string): Promise<void>
  /** Holds what a person is shown after either against the fault. */
  expectShown(fixtures: Fixtures, fault: Fault): Promise<void>
}

export const paused = 'Väntar: kunden är pausad'
export const waiting = 'Väntar på nästa försök'
