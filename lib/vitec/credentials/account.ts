/** A user name and a password at Vitec. */
export type Account = { username: string; password: string }

/** RFC 7617, with UTF-8, which Vitec does not say but any other choice would break `å` for sure. */
export function basicAuthorization({ username, password }: Account): string {
  return `Basic ${Buffer.from(`${username}:${password}`, 'utf8').toString('base64')}`
}
