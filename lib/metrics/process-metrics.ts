import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client'

/** What this process has done since it started. What all instances have done is in the database. */
type ProcessMetrics = ReturnType<typeof createProcessMetrics>

const key = Symbol.for('lead-api.process-metrics')
// On the global object: the server around Next counts requests, the application attempts, and they share no module.
const shared = globalThis as { [key]?: ProcessMetrics }

/** Those of the server around Next; whatever else a caller names is one more, and no more than one. */
const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

/** In seconds. A caller is answered within 10 s, an attempt takes up to 300, and a lead may wait for days. */
const buckets = {
  request: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
  attempt: [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300],
  delivery: [0.25, 0.5, 1, 2.5, 5, 10, 30, 120, 600, 3_600, 21_600, 86_400, 259_200],
}

function createProcessMetrics() {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  // Named as counters, which they are not; the same figures by kind have another name.
  for (const kind of ['handles', 'requests', 'resources'])
    registry.removeSingleMetric(`nodejs_active_${kind}_total`)
  const registers = [registry]
  return {
    registry,
    requests: new Counter({
      name: 'lead_api_http_requests_total',
      help: 'Requests that this instance has answered, by the pattern of their address.',
      labelNames: ['method', 'route', 'status'],
      registers,
    }),
    requestSeconds: new Histogram({
      name: 'lead_api_http_request_duration_seconds',
      help: 'From the head of a request to the end of its answer.',
      labelNames: ['method', 'route'],
      buckets: buckets.request,
      registers,
    }),
    attemptSeconds: new Histogram({
      name: 'lead_api_attempt_duration_seconds',
      help: 'From the claim of a lead to the answer of Vitec, of the attempts of this instance.',
      labelNames: ['outcome'],
      buckets: buckets.attempt,
      registers,
    }),
    deliverySeconds: new Histogram({
      name: 'lead_api_delivery_duration_seconds',
      help: 'From when a lead was accepted to when Vitec had it, of the leads that this instance has delivered.',
      buckets: buckets.delivery,
      registers,
    }),
  }
}

/** The metrics of this process; made when they are first asked for, because a build loads this too. */
export function processMetrics(): ProcessMetrics {
  shared[key] ??= createProcessMetrics()
  return shared[key]
}

/** Counts a request that was answered. `route`: a pattern, never an address. */
export function observeRequest(request: { method: string; route: string; status: number; ms: number }): void {
  const { requests, requestSeconds } = processMetrics()
  const method = methods.has(request.method) ? request.method : 'other'
  const { route, status, ms } = request
  requests.inc({ method, route, status })
  requestSeconds.observe({ method, route }, ms / 1000)
}

/** Counts an attempt that has ended. `sinceReceivedMs`: from when its lead was accepted. */
export function observeAttempt(attempt: {
  outcome: string
  ms: number
  sinceReceivedMs: number
  settled: string
}): void {
  // What is written a second time was counted the first time.
  if (attempt.settled === 'before') return
  const { attemptSeconds, deliverySeconds } = processMetrics()
  attemptSeconds.observe({ outcome: attempt.outcome }, attempt.ms / 1000)
  if (attempt.outcome === 'delivered') deliverySeconds.observe(attempt.sinceReceivedMs / 1000)
}
