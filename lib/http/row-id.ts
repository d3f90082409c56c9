import { z } from 'zod'
import { AppError } from '@/lib/errors'

/** An id from an address. @throws {AppError} `not_found` for what is no id: nothing can be there. */
export function rowId(text: string): string {
  if (!z.uuid().safeParse(text).success) throw new AppError('not_found', 'There is nothing with that id.')
  return text
}
