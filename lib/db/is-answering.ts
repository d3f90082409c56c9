import pg from 'pg'

/** In ms. A timer that comes so much too late tells of a process that stood still, and not of the other side. */
const tooLate = 1_000

/**
 * Whether a database says anything to a new connection within `withinMs`; a refusal is an answer too, and so is a
 * connection that breaks: then the others break as well, and nobody waits for them.
 */
export async function isAnswering(address: pg.ClientConfig, withinMs: number): Promise<boolean> {
  const began = performance.now()
  const client = new pg.Client({ ...address, connectionTimeoutMillis: withinMs })
  // Lost after it was asked: nobody is interested any more.
  client.on('error', () => undefined)
  let timer: NodeJS.Timeout | undefined
  const silence = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, withinMs, false)
  })
  const answer = ask(client).then(
    () => true,
    () => performance.now() - began < withinMs,
  )
  const isHeard = await Promise.race([answer, silence]).finally(() => clearTimeout(timer))
  void client.end()
  return isHeard || performance.now() - began > withinMs + tooLate
}

async function ask(client: pg.Client): Promise<void> {
  await client.connect()
  await client.query('SELECT 1')
}
