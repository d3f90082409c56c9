import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { createPersonLead } from '@/lib/vitec/sandbox/create-person-lead'
import { listLeadSources } from '@/lib/vitec/sandbox/list-lead-sources'
import { reportTipsAndLeads } from '@/lib/vitec/sandbox/report-tips-and-leads'
import type { SandboxStore } from '@/lib/vitec/sandbox/sandbox-store'

/** The stand-in for a server of Node's own: without Next, and with whatever it is to remember leads in. */
export function sandboxListener(store: SandboxStore): RequestListener {
  return async (incoming, outgoing) => {
    const request = fetchRequest(incoming, outgoing)
    const { pathname } = new URL(request.url)
    const lead = /^\/Advertising\/Lead\/([^/]+)\/Person$/.exec(pathname)?.[1]
    const sources = /^\/LeadSources\/([^/]+)$/.exec(pathname)?.[1]
    if (lead) await answer(outgoing, await createPersonLead(request, lead, { store, slowness: 1 }))
    else if (sources) await answer(outgoing, listLeadSources(request, sources))
    else if (pathname === '/BusinessIntelligence/TipsAndLeads/Report')
      await answer(outgoing, await reportTipsAndLeads(request, { store }))
    else outgoing.writeHead(404).end()
  }
}

function fetchRequest(incoming: IncomingMessage, outgoing: ServerResponse): Request {
  const gone = new AbortController()
  outgoing.on('close', () => gone.abort())
  const hasBody = incoming.method !== 'GET'
  return new Request(`http://sandbox${incoming.url}`, {
    method: incoming.method ?? 'GET',
    headers: Object.entries(incoming.headers).map(([name, value]): [string, string] => [name, String(value)]),
    signal: gone.signal,
    // Node's fetch asks for `duplex` with a streamed body; the DOM's types do not know it.
    ...(hasBody && ({ body: Readable.toWeb(incoming), duplex: 'half' } as object)),
  })
}

/** As Next does it: the head leaves with the first chunk, and a body that fails takes the connection with it. */
async function answer(outgoing: ServerResponse, { status, headers, body }: Response): Promise<void> {
  outgoing.statusCode = status
  for (const [name, value] of headers) outgoing.setHeader(name, value)
  try {
    // The two declarations of ReadableStream, Node's and the DOM's, describe the same object.
    if (body) for await (const chunk of Readable.fromWeb(body as ReadableStream)) outgoing.write(chunk)
    outgoing.end()
  } catch {
    outgoing.destroy()
  }
}
