import { describe, expect, it, vi } from 'vitest'
import { AppError } from './errors'

describe('AppError', () => {
  it('is known as such when another bundle made it, so that its code is not lost on the way', async () => {
    vi.resetModules()
    const other = await import('./errors')
    expect(other.AppError).not.toBe(AppError)
    expect(new other.AppError('not_found', 'There is no such lead.')).toBeInstanceOf(AppError)
  })

  it('is not any error that has a code', () => {
    expect(Object.assign(new Error('no'), { code: 'not_found' })).not.toBeInstanceOf(AppError)
  })
})
