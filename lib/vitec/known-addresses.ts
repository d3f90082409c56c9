import dns, { type LookupAddress } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'

/** In ms: how long an answer counts, and how long a failure does. */
const lasts = { found: 30_000, failed: 5_000 }

type Found = { addresses: LookupAddress[] } | { error: NodeJS.ErrnoException }
/** `until`: as long as it is under way it counts. */
type Lookup = { answer: Promise<Found>; until: number }

/**
 * The addresses of hosts, looked up before they are needed: a name server may take longer than a lease lasts, and then
 * nothing would ever be sent.
 */
export class KnownAddresses {
  readonly #lookups = new Map<string, Lookup>()
  readonly #now: () => number

  constructor(now = () => performance.now()) {
    this.#now = now
  }

  /** Resolves when a host has been looked up, whatever came of it: what fails, fails again when it is used. */
  async know(host: string): Promise<void> {
    if (isIP(host.replace(/^\[|\]$/g, '')) === 0) await this.#lookUp(host).answer
  }

  /** For `net.connect` and `tls.connect`. */
  readonly lookup: LookupFunction = (host, options, callback) => {
    this.#lookUp(host).answer.then((found) => {
      if ('error' in found) return callback(found.error, [])
      if (options.all) return callback(null, found.addresses)
      const [first] = found.addresses
      return first ? callback(null, first.address, first.family) : callback(new Error('no address'), [])
    })
  }

  #lookUp(host: string): Lookup {
    const known = this.#lookups.get(host)
    if (known && this.#now() < known.until) return known
    const lookup: Lookup = { answer: ask(host), until: Number.POSITIVE_INFINITY }
    this.#lookups.set(host, lookup)
    lookup.answer.then((found) => {
      lookup.until = this.#now() + ('error' in found ? lasts.failed : lasts.found)
    })
    return lookup
  }
}

function ask(host: string): Promise<Found> {
  return new Promise((resolve) => {
    dns.lookup(host, { all: true }, (error, addresses) => resolve(error ? { error } : { addresses }))
  })
}
