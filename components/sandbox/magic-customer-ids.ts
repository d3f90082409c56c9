/** The customer ids with which the sandbox plays a fault, in the order in which they are explained. */
export const magicCustomerIds = [
  'SANDBOX-400',
  'SANDBOX-401',
  'SANDBOX-403',
  'SANDBOX-404',
  'SANDBOX-REDIRECT',
  'SANDBOX-429',
  'SANDBOX-500',
  'SANDBOX-503',
  'SANDBOX-SLOW',
  'SANDBOX-TIMEOUT',
  'SANDBOX-LOST',
  'SANDBOX-NOREAD',
  'SANDBOX-GARBAGE',
] as const

/** The lead source that no customer has. */
export const unknownLeadSource = 'SANDBOX-NOSOURCE'
