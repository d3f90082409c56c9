'use client'

import { createContext, useContext } from 'react'
import type { Permission } from '@/lib/auth/permissions'

/** Shows its content only to those who may do what it offers. */
export function Can({ permission, children }: { permission: Permission; children: React.ReactNode }) {
  return useCan(permission) ? children : null
}

const Permissions = createContext<readonly Permission[]>([])

/** Says to what stands inside it what the reader may do. The routes decide again, whatever a page shows. */
export function PermissionsProvider({
  permissions,
  children,
}: {
  permissions: readonly Permission[]
  children: React.ReactNode
}) {
  return <Permissions value={permissions}>{children}</Permissions>
}

/** All that the reader may do. */
export function usePermissions(): readonly Permission[] {
  return useContext(Permissions)
}

/** Whether the reader may do it: what they may not is not offered. */
export function useCan(permission: Permission): boolean {
  return usePermissions().includes(permission)
}
