import type { ErrorKind } from '@/lib/deliveries/attempt-result'
import { ownWord } from '@/lib/deliveries/own-word'
import type { Fault } from './exchange'

/**
 * What a status or a fault says of the lead. `delivered` still needs the id: without it, it is `unknown`.
 * The rule behind all of it: what may have been saved is never retried by a machine, since Vitec has no
 * idempotency key and would make a second lead.
 */
export type Verdict =
  | { outcome: 'delivered' }
  | { outcome: 'rejected' }
  | { outcome: 'not_saved' | 'misconfigured' | 'unknown'; errorKind: ErrorKind }

const namedStatuses: Readonly<Record<number, Verdict>> = {
  // Vitec documents 401 as wrong credentials and 403 as no access to that customer: no lead would pass.
  401: { outcome: 'misconfigured', errorKind: 'credentials' },
  403: { outcome: 'misconfigured', errorKind: 'rights' },
  // The lead's path is a setting, and Vitec's lists of endpoints disagree on it.
  404: { outcome: 'misconfigured', errorKind: 'path' },
  // Something is there that does not take a lead, or no longer does: the path again, not the lead.
  405: { outcome: 'misconfigured', errorKind: 'path' },
  410: { outcome: 'misconfigured', errorKind: 'path' },
  // A proxy between us and Vitec wants credentials of its own.
  407: { outcome: 'misconfigured', errorKind: 'credentials' },
  // By the book: the server did not get the whole request. But ours is small and leaves in one piece, so a
  // 408 is rather something on the way, or Vitec's own code, that gave up waiting. That settles nothing.
  408: { outcome: 'unknown', errorKind: 'timeout' },
  // Refused before it was looked at.
  429: { outcome: 'not_saved', errorKind: 'limited' },
  // Vitec documents that an error status means that the save failed, and asks us to try again.
  500: { outcome: 'not_saved', errorKind: 'server_error' },
  // Not taking requests at the moment.
  503: { outcome: 'not_saved', errorKind: 'unavailable' },
}

/** What a final HTTP status (200 and up) says of the lead. */
export function classifyStatus(status: number): Verdict {
  const named = namedStatuses[status]
  if (named) return named
  if (status < 300) return { outcome: 'delivered' }
  // Never followed: it would carry credentials and a person's data to an address that was never checked.
  if (status < 400) return { outcome: 'misconfigured', errorKind: 'redirect' }
  // Vitec's validation (400, 409, 413, 422), and the rest of the family, which says the same: not like this.
  if (status < 500) return { outcome: 'rejected' }
  // 502, 504, 52x come from something in between that may have passed the request on, and the odd ones (501,
  // 505 …) are nothing that Vitec documents: the lead may be there.
  return { outcome: 'unknown', errorKind: 'gateway' }
}

/** What a missing answer says of the lead. `word` is ours, in English: there is no other to keep. */
export type FaultVerdict = { outcome: 'not_sent' | 'unknown'; errorKind: ErrorKind; word: string }

/**
 * What a fault says of the lead. Whether the connection had been made decides alone if the lead may have
 * arrived; the code only names the reason. So an error code that is not in the list is still on the safe side.
 */
export function classifyFault({ connected, secure, code }: Omit<Fault, 'kind'>): FaultVerdict {
  return connected
    ? { outcome: 'unknown', ...lostAnswer(code) }
    : { outcome: 'not_sent', ...noConnection(code, secure) }
}

type Reason = Pick<FaultVerdict, 'errorKind' | 'word'>

function noConnection(code: string, secure: boolean): Reason {
  switch (code) {
    case 'ENOTFOUND': // no such name
    case 'EAI_AGAIN': // the name server did not answer
    case 'EAI_FAIL':
    case 'EAI_NODATA':
    case 'EAI_NONAME':
      return { errorKind: 'dns', word: ownWord('no_host', code) }
    case 'ECONNREFUSED':
      return { errorKind: 'refused', word: ownWord('refused') }
    case 'UND_ERR_CONNECT_TIMEOUT': // ours
    case 'ETIMEDOUT': // the operating system's
    case 'TIMEOUT': // the whole call's
      return { errorKind: 'connect_timeout', word: ownWord('no_connection_in_time') }
    case 'LEASE': // ours: too late to begin
      return { errorKind: 'lease', word: ownWord('lease_over') }
    case 'EHOSTUNREACH': // no way there from this machine
    case 'ENETUNREACH':
    case 'ENETDOWN':
    case 'EADDRNOTAVAIL': // this machine is out of ports
    case 'EMFILE': // or of file handles
    case 'ENFILE':
    case 'EACCES': // or not allowed to
    case 'EPERM':
      return { errorKind: 'other', word: ownWord('no_connection', code) }
    default:
      // Certificates alone have some thirty codes, and a handshake cut short is a plain ECONNRESET. What is
      // left on https is the handshake.
      return secure
        ? { errorKind: 'tls', word: ownWord('no_secure_connection', code) }
        : { errorKind: 'other', word: ownWord('no_connection', code) }
  }
}

function lostAnswer(code: string): Reason {
  switch (code) {
    case 'TIMEOUT':
    case 'ETIMEDOUT':
      return { errorKind: 'timeout', word: ownWord('no_answer_in_time') }
    case 'UND_ERR_SOCKET': // closed by the other side, in good order or not
    case 'ECONNRESET':
    case 'EPIPE':
    case 'ECONNABORTED':
      return {
        errorKind: 'reset',
        word: ownWord('lost_before_answer'),
      }
    default:
      // The HTTP parser has a code for most ways not to speak HTTP, and its name for the rest.
      return /^(HPE_|HTTPParserError$|UND_ERR_HEADERS_OVERFLOW$)/.test(code)
        ? {
            errorKind: 'unreadable_answer',
            word: ownWord('not_http', code),
          }
        : { errorKind: 'other', word: ownWord('no_answer', code) }
  }
}
