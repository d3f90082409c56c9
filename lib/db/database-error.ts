import { AppError } from '@/lib/errors'
import { Prisma } from './generated/client'

/** Why the database cannot be opened or used, in one line that may be shown as it is: it holds no password. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError'
}

/**
 * Turns the two refusals of the database that a caller can do something about into ours; others pass as they are.
 * Codes: P2002 a unique value is taken, P2025 and P2003 the row, or the row it belongs to, is not there.
 */
export function knownError(error: unknown): unknown {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return error
  if (error.code === 'P2002') return new AppError('already_exists', 'There is one with that id already.')
  if (error.code === 'P2025' || error.code === 'P2003')
    return new AppError('not_found', 'There is no such thing.')
  return error
}
