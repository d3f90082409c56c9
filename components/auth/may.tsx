'use client'

import type { Permission } from '@/lib/auth/permissions'
import { useMay } from './may-provider'

/** Shows its content only to those who may do what it offers. */
export function May({ need, children }: { need: Permission; children: React.ReactNode }) {
  return useMay(need) ? children : null
}
