import { randomBytes } from 'node:crypto'

/** The first administrator, as a browser would speak for them, but from a shell on the machine. */
const person = {
  name: 'Admin Example',
  email: 'admin@example.com',
  password: randomBytes(18).toString('base64'),
}
const jar = '/tmp/cookies'

/** @typedef {(method: string, path: string, body?: unknown) => Promise<any>} Ask what the answer says, in its own shape */
/** @typedef {ReturnType<Awaited<ReturnType<typeof import('./bare-debian.mjs').bootDebian>>['shell']>} Shell */

/**
 * Opens the set-up link that the shell can read, signs in and makes an API key.
 * @param {Shell} shell
 * @param {{ origin: string, linkFile: string }} where
 * @returns {Promise<{ secret: string, ask: Ask }>}
 */
export async function becomeAdministrator(shell, { origin, linkFile }) {
  const ask = asker(shell, origin)
  const { output } = await shell.run(`cat ${linkFile}`)
  const token = output.trim().split('#')[1]
  await ask('POST', '/api/auth/invitation/accept', { token, ...person })
  await ask('POST', '/api/auth/sign-in', { email: person.email, password: person.password })
  const { secret } = await ask('POST', '/api/staff/api-keys', {
    name: 'Rehearsal',
    customers: null,
    perMinute: 600,
    expiresInDays: null,
  })
  return { secret, ask }
}

function asker(/** @type {Shell} */ shell, /** @type {string} */ origin) {
  /** @param {string} method @param {string} path @param {unknown} [body] */
  return async (method, path, body) => {
    const { output, failed } = await shell.run(
      `curl --silent --show-error --fail-with-body --cookie ${jar} --cookie-jar ${jar} --request ${method} ${origin}${path}` +
        (body === undefined
          ? ''
          : ` --header 'Content-Type: application/json' --data @- <<'END'\n${JSON.stringify(body)}\nEND\n`),
    )
    if (failed) throw new Error(`${method} ${path}: ${output}`)
    return output ? JSON.parse(output) : null
  }
}
