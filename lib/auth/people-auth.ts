import type { Identity } from '@/lib/access/identity'
import { roleSchema } from '@/lib/access/identity'
import type { PasswordChange, SecondStep, SignIn } from '@/lib/access/person-input'
import { type NewSecondFactor, newSecondFactorSchema, type SignInStep } from '@/lib/access/person-view'
import { AppError } from '@/lib/errors'
import type { Auth } from './create-auth'
import { refusedAs } from './refused-as'

/** What is done, with the cookies that the browser keeps of it. */
export type WithCookies<T> = { value: T; cookies: string[] }

export type PeopleAuth = ReturnType<typeof createPeopleAuth>

const wrongCredentials = () =>
  new AppError('wrong_credentials', 'The e-mail address or the password is wrong.')
/** With the right password, too, something may be refused: what a page of before asks for may be done already. */
const wrongPassword = (code?: string) =>
  code === 'INVALID_PASSWORD'
    ? new AppError('wrong_password', 'The password is wrong.')
    : new AppError('not_allowed', 'This was changed meanwhile: load the page again.')
const wrongCode = () => new AppError('wrong_code', 'The code is wrong, used up or too old.')

/** What people can do about their own signing in. `headers` are those of their request, with its cookies. */
export function createPeopleAuth({ api, $context }: Auth) {
  return {
    /** Whose session the cookies tell of; `null` without one. */
    async identify(headers: Headers): Promise<Identity | null> {
      const found = await api.getSession({ headers })
      if (!found || found.user.disabledAt) return null
      return { kind: 'person', id: found.user.id, role: roleSchema.parse(found.user.role) }
    },

    /** The hash of a new password, as it is compared when somebody signs in. */
    hashPassword: async (password: string): Promise<string> => (await $context).password.hash(password),

    /**
     * Takes as long for an address that nobody has as for a wrong password.
     * @throws {AppError} `wrong_credentials`, whatever is wrong
     */
    async signIn(body: SignIn, headers: Headers): Promise<WithCookies<SignInStep>> {
      const signedIn = await refusedAs(
        wrongCredentials,
        api.signInEmail({ body, headers, returnHeaders: true }),
      )
      const isHalfWay = 'twoFactorRedirect' in signedIn.response
      return withCookies(signedIn.headers, { next: isHalfWay ? 'second-step' : 'done' })
    },

    /** Whose code the second step would be of; `null` where no sign-in waits for one. */
    codeOwner: (headers: Headers): Promise<string | null> => api.codeOwner({ headers }),

    /** @throws {AppError} `wrong_code` */
    async secondStep({ code, kind }: SecondStep, headers: Headers): Promise<WithCookies<SignInStep>> {
      const call = { body: { code }, headers, returnHeaders: true as const }
      const verified = kind === 'app' ? api.verifyTOTP(call) : api.verifyBackupCode(call)
      const { headers: answered } = await refusedAs<{ headers: Headers }>(wrongCode, verified)
      return withCookies(answered, { next: 'done' })
    },

    async signOut(headers: Headers): Promise<WithCookies<null>> {
      const { headers: answered } = await api.signOut({ headers, returnHeaders: true })
      return withCookies(answered, null)
    },

    /** Other browsers are signed out by it. @throws {AppError} `wrong_password` */
    async changePassword({ current, next }: PasswordChange, headers: Headers): Promise<WithCookies<null>> {
      const body = { currentPassword: current, newPassword: next, revokeOtherSessions: true }
      const changed = await refusedAs(
        wrongPassword,
        api.changePassword({ body, headers, returnHeaders: true }),
      )
      return withCookies(changed.headers, null)
    },

    /** @throws {AppError} `wrong_password`, or `not_allowed` where there is one already */
    async beginSecondFactor(password: string, headers: Headers): Promise<NewSecondFactor> {
      const begun = await refusedAs(wrongPassword, api.enableTwoFactor({ body: { password }, headers }))
      return newSecondFactorSchema.parse({ ...begun, uri: 'totpURI' in begun ? begun.totpURI : '' })
    },

    /** From now on it is asked for. @throws {AppError} `wrong_code` */
    async confirmSecondFactor(code: string, headers: Headers): Promise<WithCookies<null>> {
      const call = { body: { code }, headers, returnHeaders: true as const }
      const { headers: answered } = await refusedAs(wrongCode, api.verifyTOTP(call))
      return withCookies(answered, null)
    },

    /** @throws {AppError} `wrong_password` */
    async removeSecondFactor(password: string, headers: Headers): Promise<WithCookies<null>> {
      const call = { body: { password }, headers, returnHeaders: true as const }
      const { headers: answered } = await refusedAs(wrongPassword, api.disableTwoFactor(call))
      return withCookies(answered, null)
    },
  }
}

function withCookies<T>(headers: Headers, value: T): WithCookies<T> {
  return { value, cookies: headers.getSetCookie() }
}
