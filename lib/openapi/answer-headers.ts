import { z } from 'zod'

const requestIdHeader = z
  .string()
  .meta({ header: { id: 'RequestId', description: 'The same as `request_id` in the body.' } })
const retryAfterHeader = z
  .int()
  .min(0)
  .meta({ header: { id: 'RetryAfter', description: 'Seconds to wait before trying again.' } })
export const challengeHeader = z
  .literal('Bearer realm="Lead API"')
  .meta({ header: { description: 'How to say who one is: by a key, or for metrics by their token.' } })
const locationHeader = z
  .string()
  .meta({ header: { id: 'LeadLocation', description: 'Where to ask what became of the lead.' } })

export const allowHeader = z.string().meta({ header: { description: 'The methods that the address has.' } })

export const answerHeaders = z.object({ 'X-Request-Id': requestIdHeader })

const limitHeader = z
  .string()
  .optional()
  .meta({
    header: {
      id: 'RateLimit',
      description:
        'For each limit, how many requests remain (`r`) and in how many seconds the whole quota is back (`t`), such as `"address";r=598;t=1, "key";r=58;t=2`. With IPv6 also for the networks of 56 and 48 bits that the address is in. Not in the open sandbox, which has no limits.',
    },
  })
const limitPolicyHeader = z
  .string()
  .optional()
  .meta({
    header: {
      id: 'RateLimitPolicy',
      description:
        'For each limit, its quota (`q`) in a window of `w` seconds, such as `"address";q=600;w=60, "key";q=60;w=60`. A quota may be spent at once; it comes back evenly.',
    },
  })

/** Of an answer to a request that was counted. */
export const countedHeaders = answerHeaders.extend({
  RateLimit: limitHeader,
  'RateLimit-Policy': limitPolicyHeader,
})
const replayedHeader = z
  .literal('true')
  .optional()
  .meta({
    header: { description: 'Only where this is the first answer to the same Idempotency-Key, again.' },
  })

const askAgain = 'until it is attempted next (5 to 3,600), or 900 where a person has to do something first'
const askAgainHeader = z
  .int()
  .min(0)
  .optional()
  .meta({
    header: {
      id: 'AskAgain',
      description: `Seconds after which there may be news of the lead: ${askAgain}. Not where nothing more is to come. Ask no sooner.`,
    },
  })
const tagHeader = z
  .string()
  .optional()
  .meta({
    header: {
      id: 'LeadTag',
      description:
        'Changes whenever the answer does. Send it back as `If-None-Match`, and an answer that is the same is a 304 without a body. It is made with the secret of the key: after a new secret it is another one.',
    },
  })

/** Of the answer to what became of a lead. */
export const leadStatusHeaders = countedHeaders.extend({ 'Retry-After': askAgainHeader, ETag: tagHeader })

/** Of an answer to a lead that is stored. */
export const leadHeaders = countedHeaders.extend({
  Location: locationHeader,
  'Idempotent-Replayed': replayedHeader,
})
/** Of one whose outcome is still to come. */
export const openLeadHeaders = leadHeaders.extend({
  'Retry-After': z
    .int()
    .min(0)
    .meta({ header: { description: `Seconds after which there may be news of the lead: ${askAgain}.` } }),
})
/** Of an answer that may be either: a lead that is stored, or a request that was refused. */
export const maybeLeadHeaders = countedHeaders.extend({
  Location: z
    .string()
    .optional()
    .meta({ header: { description: 'Only where the lead is stored.' } }),
  'Idempotent-Replayed': replayedHeader,
})
/** Of an answer that asks to try again later. */
export const waitHeaders = countedHeaders.extend({ 'Retry-After': retryAfterHeader })
