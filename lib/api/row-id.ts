import { z } from 'zod'
import { AppError } from '@/lib/errors'

/** An id from an address. @throws {AppError} `not_found` for what is no id: nothing can be there. */
export function rowId(text: string): string {
  if (!z.uuid().safeParse(text).success) throw new AppError('not_found', 'There is nothing with that id.')
  return text
}

const serial = z
  .string()
  .max(10)
  .regex(/^[1-9]\d*$/)
  .transform(Number)
  .pipe(z.int32())

/** A row's number from an address. @throws {AppError} `not_found` for what is none: nothing can be there. */
export function serialId(text: string): number {
  const id = serial.safeParse(text)
  if (!id.success) throw new AppError('not_found', 'There is nothing with that id.')
  return id.data
}
