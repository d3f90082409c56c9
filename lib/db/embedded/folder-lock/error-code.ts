/** The operating system's name for what went wrong, such as `ENOENT`; undefined for other errors. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}

/** Does it, and answers whether it was done; false for the errors that are expected here. */
export function succeeds(act: () => void, ...expected: string[]): boolean {
  try {
    act()
    return true
  } catch (error) {
    if (expected.includes(errorCode(error) ?? '')) return false
    throw error
  }
}
