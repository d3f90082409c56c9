import type { ZodOpenApiPathsObject, ZodOpenApiResponseObject } from 'zod-openapi'
import { allowHeader, answerHeaders } from './answer-headers'
import { openapiError, openapiErrors } from './answers'

/** What every address answers to a request that is too long to be looked at. */
const lengthResponses: Record<414 | 431, ZodOpenApiResponseObject> = {
  414: {
    ...openapiError('The address is longer than 2,048 characters.', {
      code: 'address_too_long',
      message: 'The address is longer than 2048 characters.',
    }),
    id: 'AddressTooLong',
    headers: answerHeaders,
  },
  431: {
    ...openapiError(
      'A header that is read is longer than 1,024 characters, which `message` names; or all together are longer than 16 KiB.',
      {
        code: 'header_too_long',
        message: 'The header idempotency-key is longer than 1024 characters.',
      },
    ),
    id: 'HeaderTooLong',
    headers: answerHeaders,
  },
}

/** What every address answers to a method that it does not have. */
const otherMethodResponse: ZodOpenApiResponseObject = {
  ...openapiError('The address has no such method; `Allow` names those that it has.', {
    code: 'method_not_allowed',
    message: 'PATCH is not allowed here; GET is.',
  }),
  id: 'OtherMethod',
  headers: answerHeaders.extend({ Allow: allowHeader }),
}

/** What is no request to this service: 400, 408, 417 or 421, as `httpStatus` has it of each code. */
const unreadResponse: ZodOpenApiResponseObject = {
  ...openapiErrors(
    'What cannot be read as a request to this service: 400 (`not_http`, `invalid_address`), 408 (`too_slow`), 417 (`wrong_expectation`) and 421 (`wrong_host`). No working client meets them.',
    {
      notHttp: {
        summary: 'Something else than HTTP',
        ...{ code: 'not_http', message: 'This is not HTTP/1.1.' },
      },
      invalidAddress: {
        summary: 'An address in Latin-1',
        ...{ code: 'invalid_address', message: 'The address is not UTF-8, percent-encoded.' },
      },
      tooSlow: {
        summary: 'A request that breaks off',
        ...{ code: 'too_slow', message: 'The request did not come to its end in time.' },
      },
      wrongExpectation: {
        summary: 'An unknown Expect',
        ...{
          code: 'wrong_expectation',
          message: 'The header expect asks for what is not done here; 100-continue is.',
        },
      },
      wrongHost: {
        summary: 'The name of another service',
        ...{ code: 'wrong_host', message: 'The Host header must name this machine, like localhost.' },
      },
    },
  ),
  id: 'NoRequest',
  headers: answerHeaders,
}

const doorResponses = { 405: otherMethodResponse, ...lengthResponses, default: unreadResponse }

/** Operations with what every address answers before anything of it is asked, which none of its own would say. */
export function withDoor(paths: ZodOpenApiPathsObject): ZodOpenApiPathsObject {
  const methods = ['get', 'post', 'put', 'delete'] as const
  return Object.fromEntries(
    Object.entries(paths).map(([path, item]) => {
      const own = methods.flatMap((method) => {
        const operation = item[method]
        if (!operation) return []
        return [[method, { ...operation, responses: { ...operation.responses, ...doorResponses } }]]
      })
      return [path, { ...item, ...Object.fromEntries(own) }]
    }),
  )
}
