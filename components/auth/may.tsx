'use client'

import type { Need } from '@/lib/access/need'
import { useCan } from './may-provider'

/** Shows its content only to those who may do what it offers. */
export function Can({ permission, children }: { permission: Need; children: React.ReactNode }) {
  return useCan(permission) ? children : null
}
