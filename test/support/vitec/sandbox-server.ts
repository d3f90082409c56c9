import type { SandboxInboxEntry, SandboxStore } from '@/lib/vitec/sandbox/sandbox-store'
import { listenHttp } from './local-server'
import { sandboxListener } from './sandbox-listener'

/** What the stand-in has received, without a database. */
export function rememberingStore(): { store: SandboxStore; inbox: SandboxInboxEntry[] } {
  const inbox: SandboxInboxEntry[] = []
  const store: SandboxStore = {
    add: async (entry) => {
      inbox.unshift(entry)
    },
    list: async (limit) => inbox.slice(0, limit),
    receivedBy: async (customerId, from, to) =>
      inbox.filter(
        (entry) => entry.customerId === customerId && from <= entry.receivedAt && entry.receivedAt < to,
      ),
  }
  return { store, inbox }
}

/** The stand-in over real HTTP, without Next and without a database, for the length of a test. */
export async function listenSandbox(): Promise<{ baseUrl: string; inbox: SandboxInboxEntry[] }> {
  const { store, inbox } = rememberingStore()
  return { baseUrl: await listenHttp(sandboxListener(store)), inbox }
}
