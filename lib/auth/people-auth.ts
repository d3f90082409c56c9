import { APIError } from 'better-auth/api'
import { AppError } from '@/lib/errors'
import type { PasswordChange, SecondFactorRemoval, SecondStep, SignIn } from '@/lib/people/person-input'
import { type NewSecondFactor, newSecondFactorSchema, type SignInStep } from '@/lib/people/person-view'
import type { Auth } from './create-auth'
import { type Identity, roleSchema } from './permissions'

/** What is done, with the cookies that the browser keeps of it. */
export type WithCookies<T> = { value: T; cookies: string[] }

export type PeopleAuth = ReturnType<typeof createPeopleAuth>

const wrongCredentials = () =>
  new AppError('wrong_credentials', 'The e-mail address or the password is wrong.')
const changedMeanwhile = () => new AppError('not_allowed', 'This was changed meanwhile: load the page again.')
/** With the right password, too, something may be refused: what a page of before asks for may be done already. */
const wrongPassword = (code?: string) =>
  code === 'INVALID_PASSWORD' ? new AppError('wrong_password', 'The password is wrong.') : changedMeanwhile()
const wrongCode = () => new AppError('wrong_code', 'The code is wrong, used up or too old.')

/** What people can do about their own signing in. `headers` are those of their request, with its cookies. */
export function createPeopleAuth({ api, $context }: Auth) {
  /** better-auth turns on what is on, and off what is off, without a word: it would be recorded as done. */
  const requireSecondFactor = async (headers: Headers, isOn: boolean): Promise<void> => {
    const found = await api.getSession({ headers })
    if (found && (found.user.twoFactorEnabled === true) !== isOn) throw changedMeanwhile()
  }

  return {
    /** Whose session the cookies tell of; `null` without one. */
    async identify(headers: Headers): Promise<Identity | null> {
      const found = await api.getSession({ headers })
      if (!found || found.user.disabledAt) return null
      return { kind: 'person', id: found.user.id, role: roleSchema.parse(found.user.role) }
    },

    /** The hash of a new password, as it is compared when a person signs in. */
    hashPassword: async (password: string): Promise<string> => (await $context).password.hash(password),

    /**
     * Takes as long for an unknown address as for a wrong password.
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

    /**
     * From now on it is asked for. Other browsers are signed out by it: no code was ever given in them.
     * @throws {AppError} `wrong_code`, or `not_allowed` where it is already
     */
    async confirmSecondFactor(code: string, headers: Headers): Promise<WithCookies<null>> {
      await requireSecondFactor(headers, false)
      const call = { body: { code }, headers, returnHeaders: true as const }
      const confirmed = withCookies((await refusedAs(wrongCode, api.verifyTOTP(call))).headers, null)
      const { cookies } = confirmed
      await api.revokeOtherSessions({ headers: cookies.length > 0 ? nextRequest(cookies) : headers })
      return confirmed
    },

    /**
     * By the password, and by a code of the app or a backup code: an attacker who has one of them alone removes nothing.
     * `countCode` is done between the two, before the code is looked at.
     * @throws {AppError} `wrong_password`, `wrong_code`, `not_allowed` where there is none, and what `countCode` throws
     */
    async removeSecondFactor(
      { password, code, kind }: SecondFactorRemoval,
      headers: Headers,
      countCode: () => Promise<void> = async () => {},
    ): Promise<WithCookies<null>> {
      await refusedAs(wrongPassword, api.verifyPassword({ body: { password }, headers }))
      await countCode()
      await requireSecondFactor(headers, true)
      const verified =
        kind === 'app'
          ? api.verifyTOTP({ body: { code }, headers })
          : api.verifyBackupCode({ body: { code, disableSession: true }, headers })
      await refusedAs<unknown>(wrongCode, verified)
      const call = { body: { password }, headers, returnHeaders: true as const }
      const { headers: answered } = await refusedAs(wrongPassword, api.disableTwoFactor(call))
      return withCookies(answered, null)
    },
  }
}

/** The headers of the next request of a browser that keeps these cookies. */
export function nextRequest(cookies: string[]): Headers {
  return new Headers({ cookie: cookies.map((cookie) => cookie.split(';')[0]).join('; ') })
}

function withCookies<T>(headers: Headers, value: T): WithCookies<T> {
  return { value, cookies: headers.getSetCookie() }
}

/**
 * What `work` resolves to; better-auth's refusals become ours, other errors pass.
 * @param refusal gets better-auth's own code, as `INVALID_PASSWORD`
 * @throws {AppError}
 */
async function refusedAs<T>(refusal: (code: string | undefined) => AppError, work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    throw error instanceof APIError && error.statusCode < 500 ? refusal(error.body?.code) : error
  })
}
