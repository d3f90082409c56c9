import { setTimeout as wait } from 'node:timers/promises'

/** How long others have the database between two batches, in ms. */
const restMs = 20

type Ports = {
  /** Makes the next leads searchable as searches are made now; resolves to their number, `batch` at most. */
  makeSearchable: () => Promise<number>
  batch: number
}

/** Keeps what searches look in up to date: the words of new leads, and all of it after an upgrade. */
export function createSearchUpkeep({ makeSearchable, batch }: Ports) {
  let isClosed = false
  return {
    /** Batch by batch, as long as there are whole ones. Resolves to the number of leads. */
    async run(): Promise<number> {
      let leads = 0
      while (!isClosed) {
        const made = await makeSearchable()
        leads += made
        if (made < batch) break
        await wait(restMs)
      }
      return leads
    },
    /** Ends after the batch that is being worked on. */
    close(): void {
      isClosed = true
    },
  }
}
