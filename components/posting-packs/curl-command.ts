type Request = {
  /** Where the service is reached, without a slash at its end. */
  baseUrl: string
  secret: string
  idempotencyKey: string
  body: object
}

/** A request as it runs in a shell of Unix as it stands. */
export function curlCommand({ baseUrl, secret, idempotencyKey, body }: Request): string {
  return [
    `curl --include ${quoted(`${baseUrl}/api/lead`)}`,
    ...[
      `Authorization: Bearer ${secret}`,
      'Content-Type: application/json',
      `Idempotency-Key: ${idempotencyKey}`,
    ].map((header) => `  --header ${quoted(header)}`),
    `  --data ${quoted(JSON.stringify(body, null, 2))}`,
  ].join(' \\\n')
}

/** As one word for the shell, whatever is in it: ids are what somebody typed. */
const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`
