'use client'

import { useState } from 'react'

/**
 * Where react-aria-components finds the nonce for the styles that it adds as it is used. The first one stays: a page
 * that is made anew in place is still held to the policy it was loaded with.
 */
export function StyleNonce({ nonce }: { nonce: string }) {
  const [first] = useState(nonce)
  return <meta name="csp-nonce" nonce={first} />
}
