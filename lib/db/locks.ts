import { Prisma } from './generated/client'

/**
 * Every advisory lock there is, and its number: nothing else may use that, alone or with a second one. pg-boss takes
 * one of its own, whose number is a hash of 64 bits. Instances of two versions that run side by side know each other
 * by these numbers, so one that is in use is not given to something else.
 */
export const lockNumbers = {
  /** Applies migrations. The number is Prisma's, so that its CLI and our instances wait for each other. */
  migrations: 72_707_369,
  /** Begins an attempt, which claims share; holding all sending takes it alone, and so knows of all claims before. */
  attempts: 4_810_357,
  /** Settles a lead with the id that a look-up found: of two that are alike one gets it. */
  foundLeads: 4_810_358,
  /** Makes or unmakes an administrator: there is never more than one first, and never none. */
  people: 4_810_359,
  /** Erases: one at a time. */
  erasures: 4_810_360,
  /** Chooses the leads of a bulk. */
  bulkSends: 4_810_361,
  /** Pauses or resumes one customer; with the customer's hash. */
  pauses: 4_810_362,
  /** Says where leads were born that were stored before leads knew it. */
  environments: 4_810_363,
  /** Finds out whether the database is a copy. */
  identity: 4_810_364,
  /** Counts the words that searches suggest. Leads are locked before, nothing after. */
  searchWords: 4_810_365,
  /** Compares what holds with the alerts that are open: of two instances that see it one tells. */
  alerts: 4_810_366,
  /** Makes the night's backup. */
  backups: 4_810_367,
  /** Keeps that a person is to be told of a new device; with the person's hash. */
  deviceNotices: 4_810_368,
} as const

type LockName = keyof typeof lockNumbers

/** The statement that waits for a lock, and has it until the transaction ends. */
export const lockStatement = (name: LockName): string =>
  `SELECT pg_advisory_xact_lock(${lockNumbers[name]}::bigint)`

/** The statement that waits for a lock, and has it until the connection ends. */
export const sessionLockStatement = (name: LockName): string =>
  `SELECT pg_advisory_lock(${lockNumbers[name]}::bigint)`

/** The statement that takes a lock until the transaction ends, if nobody has it; `is` says whether. */
export const tryLockStatement = (name: LockName): string =>
  `SELECT pg_try_advisory_xact_lock(${lockNumbers[name]}::bigint)::text AS is`

/** Waits for a lock, and has it until the transaction ends. */
export async function takeLock(transaction: Prisma.TransactionClient, name: LockName): Promise<void> {
  await transaction.$executeRaw(Prisma.raw(lockStatement(name)))
}

/** The same for one thing of its kind. Two things may share a lock by chance, and then wait for each other. */
export async function takeLockOf(
  transaction: Prisma.TransactionClient,
  name: LockName,
  id: string,
): Promise<void> {
  await transaction.$executeRaw`SELECT pg_advisory_xact_lock(${lockNumbers[name]}::int, hashtext(${id}))`
}
