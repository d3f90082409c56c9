import pino from 'pino'

/**
 * The process's log: JSON lines with ids, codes and times.
 * Never pass a lead, a body, a message or an answer of Vitec's: they hold personal data.
 */
export const log = pino({ level: process.env.LOG_LEVEL || 'info', base: null })

/** What may be logged of an error. `cause`: what to look at, where a code in its chain of causes tells. */
type Loggable = { error: string; code?: string; cause?: string; cause_code?: string; at?: string[] }

/**
 * What may be logged of an error: its name, its code, its cause in a sentence of ours, and where it arose.
 * Not its message: Prisma's and PostgreSQL's quote values, and those are people.
 */
export function loggable(error: unknown): Loggable {
  if (!(error instanceof Error)) return { error: typeof error }
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? []
  return {
    error: error.name,
    ...('code' in error && { code: String(error.code) }),
    ...failureCause(error),
    at: frames.slice(0, 6).map((frame) => frame.trim()),
  }
}

/**
 * What to look at when something fails, by the codes of PostgreSQL (SQLSTATE) and of the system; each is a sentence of ours:
 * what the database and the system say quotes values, paths and names.
 * https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const causes: Record<string, string> = {
  '53100': 'the disk is full',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EROFS: 'the file system is read-only',
  EACCES: 'permission is denied by the file system',
  EPERM: 'permission is denied by the system',
  EIO: 'the disk does not read or write (I/O error)',
  EMFILE: 'this process has too many open files',
  ENFILE: 'the system has too many open files',
  '58030': 'the disk of the database does not read or write (I/O error)',
  '58P01': 'a file of the database is missing',
  XX001: 'the database is damaged',
  XX002: 'an index of the database is damaged',
  '53200': 'the database is out of memory',
  '53300': 'the database has no connection left',
  '25006': 'the database is read-only',
  '42501': 'permission is denied by the database',
  '28000': 'the database does not let this role in',
  '28P01': 'the database refuses the password',
  '3D000': 'the database is not there',
  '42P01': 'a table is not there: another version has migrated the database, or none',
  '42703': 'a column is not there: another version has migrated the database',
  '42883': 'a function is not there: another version has migrated the database',
  '57P01': 'the database is being stopped',
  '57P02': 'the database has crashed and restarts',
  '57P03': 'the database is starting or stopping',
  '57014': 'the database took too long, and the statement was cut off',
  '55P03': 'a lock of the database was not to be had',
  '25P03': 'a transaction was left open for too long, and was ended',
  '40001': 'two transactions were in each other’s way',
  '40P01': 'two transactions waited for each other',
  ECONNREFUSED: 'the connection was refused: nothing listens there',
  ECONNRESET: 'the connection was reset',
  EPIPE: 'the connection was closed by the other side',
  ETIMEDOUT: 'the other side did not answer in time',
  EHOSTUNREACH: 'the host cannot be reached',
  ENETUNREACH: 'the network cannot be reached',
  ENOTFOUND: 'the host name is not known',
  EAI_AGAIN: 'the host name could not be looked up',
  P2024: 'no connection to the database was free in time',
  P2028: 'a transaction took too long, or could not begin in time',
  P1001: 'the database cannot be reached',
  P1017: 'the database has closed the connection',
  KEPT_WAITING: 'the database does not answer in time: it hangs, or has too much to do',
}

/** Errors of node-postgres that have no code, by their words, which are its own and quote nothing. */
const byWords: [RegExp, keyof typeof causes][] = [
  [/^timeout exceeded when trying to connect$/, 'KEPT_WAITING'],
  [/^Query read timeout$/, 'KEPT_WAITING'],
  [/^Connection terminated due to connection timeout$/, 'ETIMEDOUT'],
  [/^Connection terminated( unexpectedly)?$/, 'ECONNRESET'],
  [/^Client was closed and is not queryable$/, 'ECONNRESET'],
  [/^Client has encountered a connection error and is not queryable$/, 'ECONNRESET'],
]

/** By the kinds into which Prisma's adapter puts what has lost its code. */
const byKind: Record<string, keyof typeof causes> = {
  DatabaseNotReachable: 'ECONNREFUSED',
  ConnectionClosed: 'ECONNRESET',
  SocketTimeout: 'ETIMEDOUT',
}

/** A chain of causes may be of any length, and may lead back to itself. */
const farthest = 20

/**
 * The cause of a failure, found in the chain of errors that it came through: Prisma hides PostgreSQL's code below its own
 * (`meta.driverAdapterError.cause.originalCode`), and a refused connection may be several errors at once.
 * @returns a code and a sentence of ours; `null` where none of them has a code that is known here
 */
function failureCause(error: unknown): { cause: string; cause_code: string } | null {
  const seen = new Set<unknown>()
  const next: unknown[] = [error]
  let ofPrisma: string | null = null
  while (next.length > 0 && seen.size < farthest) {
    const one = next.shift()
    if (typeof one !== 'object' || one === null || seen.has(one)) continue
    seen.add(one)
    const code = codeOf(one)
    // What Prisma makes of a cause says less than the cause, which may stand below.
    if (code !== null && !/^P\d{4}$/.test(code)) return toTell(code)
    ofPrisma ??= code
    const { cause, meta, errors } = one as { cause?: unknown; meta?: unknown; errors?: unknown }
    next.push(cause, ...(Array.isArray(errors) ? errors : []))
    if (typeof meta === 'object' && meta !== null) next.push(...Object.values(meta))
  }
  return ofPrisma === null ? null : toTell(ofPrisma)
}

const toTell = (code: string) => ({ cause: causes[code] ?? '', cause_code: code })

function codeOf(error: object): string | null {
  const { originalCode, code, kind, message } = error as Record<string, unknown>
  for (const one of [originalCode, code])
    if (typeof one === 'string' && Object.hasOwn(causes, one)) return one
  if (typeof kind === 'string' && Object.hasOwn(byKind, kind)) return byKind[kind] ?? null
  return typeof message === 'string' ? (byWords.find(([words]) => words.test(message))?.[1] ?? null) : null
}
