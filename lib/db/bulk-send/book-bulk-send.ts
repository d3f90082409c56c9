import type { RunSql } from '../delivery/book-delivery'

/** Books a bulk's next step, inside the caller's transaction if there is one. Does nothing where one is booked. */
export type BookBulkSend = (run: RunSql, bulkSendId: string, at: Date) => Promise<void>
