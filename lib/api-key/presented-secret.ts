/**
 * The secret that a request calls itself by, in `Authorization: Bearer …` or `X-API-Key`; `null` where it has
 * neither. Whether it is one of ours is another question. Other kinds of `Authorization` are a proxy's business.
 */
export function presentedSecret(headers: Headers): string | null {
  const bearer = /^bearer(?:\s+(.*))?$/i.exec(headers.get('authorization') ?? '')
  const secret = bearer ? (bearer[1] ?? '') : headers.get('x-api-key')
  return secret?.trim() ?? null
}
