import { randomUUID } from 'node:crypto'
import { betterAuth } from 'better-auth'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { twoFactor } from 'better-auth/plugins/two-factor'
import type { Database } from '@/lib/db/open-database'
import { signInCodes } from './sign-in-codes'

const day = 24 * 60 * 60

/** A session lasts a week; then a person signs in again, also one who is here every day. */
const sessionS = 7 * day

export type AuthSettings = {
  /** At least 32 bytes: signs the cookies, encrypts the second factors. */
  secret: string
  /** The address at which people reach this service; cookies are for https only where it is. */
  publicUrl: string
  /** How passwords are kept; by default as better-auth does, which takes a tenth of a second on purpose. */
  passwords?: { hash(password: string): Promise<string>; verify(given: Hashed): Promise<boolean> }
}

type Hashed = { password: string; hash: string }

export type Auth = ReturnType<typeof createAuth>

/**
 * better-auth, set up for people who are invited: there is no sign-up. It answers no requests itself; see
 * `lib/auth/people-auth.ts` for what is used of it.
 */
export function createAuth(prisma: Database['prisma'], { secret, publicUrl, passwords }: AuthSettings) {
  return betterAuth({
    appName: 'Lead API',
    baseURL: publicUrl,
    secret,
    telemetry: { enabled: false },
    // Its messages may name people; what went wrong is said in our answers.
    logger: { disabled: true },
    database: prismaAdapter(prisma, { provider: 'postgresql' }),
    advanced: {
      cookiePrefix: 'lead-api',
      useSecureCookies: publicUrl.startsWith('https:'),
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true, path: '/' },
      database: { generateId: () => randomUUID() },
      ipAddress: { disableIpTracking: true },
    },
    user: {
      modelName: 'person',
      additionalFields: {
        role: { type: 'string', required: true, input: false },
        disabledAt: { type: 'date', required: false, input: false },
      },
    },
    session: { modelName: 'personSession', expiresIn: sessionS, disableSessionRefresh: true },
    account: { modelName: 'personCredential' },
    verification: { modelName: 'signInChallenge' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      // Ours are in code points (`lib/people/person-input.ts`), of which each may be two of its characters.
      maxPasswordLength: 256,
      ...(passwords && { password: passwords }),
    },
    databaseHooks: {
      session: {
        create: {
          // Whichever way a person signs in: no session is made for one who is disabled.
          before: async ({ userId }) => {
            const where = { id: userId, disabledAt: null }
            return (await prisma.person.count({ where })) > 0
          },
        },
      },
    },
    plugins: [
      twoFactor({
        issuer: 'Lead API',
        schema: { twoFactor: { modelName: 'secondFactor' } },
        backupCodeOptions: { storeBackupCodes: 'encrypted' },
        // It would lock the person out by others' wrong codes; ours is `lib/rate-limits/limits.ts`.
        accountLockout: { enabled: false },
      }),
      signInCodes(prisma),
    ],
  })
}
