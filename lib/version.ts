import { version as own } from '@/package.json'

/** The version of the product, as package.json and CHANGELOG.md name it: `major.minor.patch`. */
export const version: string = own

/** What `GET /api/health/live` answers, whoever answers it: what stands in front of the application, or the application. */
export const liveAnswer = { status: 'OK', message: 'The process answers.', version } as const
