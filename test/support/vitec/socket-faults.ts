import {
  type BrokenVitec,
  brokenVitec,
  closedPort,
  drip,
  noSuchHost,
  overTls,
  pour,
  untrustedVitec,
  writeThenReset,
} from './broken-vitec'

const head = (length: number, status = '200 OK') => `HTTP/1.1 ${status}\r\nContent-Length: ${length}\r\n\r\n`
const id = '"CMLEAD123456"'
const gigabyte = 2 ** 30

/** What a network, or a server that is no good, may do to one request; each starts the server that does it. */
export const socketFaults = {
  'the connection is refused': closedPort,
  'the host name is not found': noSuchHost,
  'https to a server that speaks none': () =>
    overTls(brokenVitec((it) => it.end('HTTP/1.1 400 Bad\r\n\r\n'))),
  'a certificate that nobody vouched for': () => untrustedVitec('https'),
  'http to a server that speaks https': () => untrustedVitec('http'),
  'reset when the request arrives': () => brokenVitec((it) => it.resetAndDestroy()),
  'closed without an answer': () => brokenVitec((it) => it.end()),
  'reset within the headers': () => brokenVitec((it) => writeThenReset(it, 'HTTP/1.1 200 OK\r\nX-')),
  'reset before the id': () => brokenVitec((it) => writeThenReset(it, head(14))),
  'reset within the id': () => brokenVitec((it) => writeThenReset(it, `${head(14)}"CMLEAD1`)),
  'reset after the id': () => brokenVitec((it) => writeThenReset(it, head(500) + id)),
  'half an answer, with the id': () => brokenVitec((it) => it.end(head(500) + id)),
  'half an answer, without the id': () => brokenVitec((it) => it.end(`${head(500)}Welcome`)),
  'a bare id that ends with the connection': () =>
    brokenVitec((it) => it.end('HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nCMLEAD1')),
  'a text that ends with the connection': () =>
    brokenVitec((it) => it.end(`HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n${id}`)),
  'an error that calls itself a success': () => brokenVitec((it) => it.end(`${head(9)}Error-500`)),
  'half a refusal': () => brokenVitec((it) => it.end(`${head(500, '400 Bad Request')}First name is`)),
  'half a 503': () => brokenVitec((it) => it.end(`${head(500, '503 Unavailable')}Try`)),
  'no answer at all': () => brokenVitec(() => {}),
  'headers that drip': () => brokenVitec((it) => drip(it, `HTTP/1.1 200 OK\r\nX-Slow: ${'x'.repeat(9_000)}`)),
  'an answer that drips': () => brokenVitec((it) => it.write(head(9_000), () => drip(it, '"'))),
  '100 Continue, and no more': () => brokenVitec((it) => it.write('HTTP/1.1 100 Continue\r\n\r\n')),
  '103 Early Hints, and no more': () => brokenVitec((it) => it.write('HTTP/1.1 103 Early Hints\r\n\r\n')),
  'an answer that is not HTTP': () => brokenVitec((it) => it.end('220 mail.example.com ESMTP\r\n')),
  'a success of a gigabyte': () => brokenVitec((it) => it.write(head(gigabyte), () => pour(it, gigabyte))),
  'a 500 of a gigabyte': () =>
    brokenVitec((it) => it.write(head(gigabyte, '500 Error'), () => pour(it, gigabyte))),
} satisfies Record<string, () => Promise<BrokenVitec>>

export type SocketFault = keyof typeof socketFaults
