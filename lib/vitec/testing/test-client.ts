import type { AttemptResult } from '@/lib/deliveries/attempt-result'
import { createVitecClient, type VitecClient } from '../vitec-client'
import { exampleLead } from './example-lead'

/** A client for a server of a test, with a short patience. */
export function testClient(baseUrl: string, timeoutMs = 5_000, now?: () => Date): VitecClient {
  const config = {
    baseUrl,
    username: 'partner',
    password: 'hemligt ord',
    leadPath: '/Advertising/Lead/{customerId}/Person',
    leadSourcesPath: '/LeadSources/{customerId}',
    reportPath: '/Report',
    timeoutMs,
  }
  return createVitecClient(config, now)
}

/** One attempt with the example lead. */
export async function sendTo(baseUrl: string, timeoutMs?: number): Promise<AttemptResult> {
  return (await testClient(baseUrl, timeoutMs).prepare(exampleLead, 'Du har fått ett lead.')).send()
}
