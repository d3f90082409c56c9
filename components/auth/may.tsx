'use client'

import type { Need } from '@/lib/auth/permissions'
import { useMay } from './may-provider'

/** Shows its content only to those who may do what it offers. */
export function May({ need, children }: { need: Need; children: React.ReactNode }) {
  return useMay(need) ? children : null
}
