import type { ReceivedCall } from '@/lib/webhooks/webhook'

const mostKept = 50
const mostShown = 2_000
const mostOfHeader = 500

/** Keeps the last calls in memory: they are for somebody who looks on, and go with the process. */
export function createSandboxReceiver(ownUrl: string) {
  const calls: ReceivedCall[] = []
  let count = 0
  return {
    /** Where it is. */
    url: `${ownUrl}/sandbox/webhooks/receive`,
    /** `body`: of at most what any request of ours may have. */
    take(headers: Headers, body: string): void {
      const header = (name: string) => (headers.get(name) ?? '').slice(0, mostOfHeader)
      calls.unshift({
        number: ++count,
        at: new Date().toISOString(),
        webhookId: header('webhook-id'),
        timestamp: header('webhook-timestamp'),
        signature: header('webhook-signature'),
        body: body.slice(0, mostShown),
      })
      calls.length = Math.min(calls.length, mostKept)
    },
    /** Newest first. */
    list: (): ReceivedCall[] => [...calls],
  }
}
