import type { Requester } from '@/lib/audit/audit-event'

/** The person who asks, where a test is not about who does. */
export const someone: Requester = { by: 'person:somebody', from: '192.0.2.1' }
