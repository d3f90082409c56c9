import type { BrowserContext } from 'playwright/test'
import type { Credentials } from './closed-service'

/** Makes a browser that of somebody whom a closed service has let in already. */
export async function signInAs(
  context: BrowserContext,
  address: string,
  { Cookie = '' }: Credentials,
): Promise<void> {
  const cookies = Cookie.split('; ').map((pair) => {
    const [name = '', ...value] = pair.split('=')
    return { name, value: value.join('='), url: address }
  })
  await context.addCookies(cookies)
}
