import { version as own } from '@/package.json'

/** The version of the product, as package.json and CHANGELOG.md name it: `major.minor.patch`. */
export const version: string = own

/**
 * What `GET /api/health/live` answers, whoever does: the server in front while the application starts, then the application.
 */
export const liveAnswer = {
  status: 'OK',
  message: 'The process answers.',
  version,
} as const

/**
 * Whether a version is older than another one, by its numbers: 0.9.0 is older than 0.10.0.
 * @param one `major.minor.patch`, as is the other
 */
export function isOlder(one: string, other: string): boolean {
  const others = other.split('.').map(Number)
  const differences = one.split('.').map((part, at) => Number(part) - (others[at] ?? 0))
  return (differences.find((difference) => difference !== 0) ?? 0) < 0
}
