'use client'

import { createContext, useContext } from 'react'
import type { Permission } from '@/lib/auth/permissions'

const AllowedNeeds = createContext<readonly Permission[]>([])

/** Says to what stands inside it what the reader may do. The routes decide again, whatever a page shows. */
export function MayProvider({
  needs,
  children,
}: {
  needs: readonly Permission[]
  children: React.ReactNode
}) {
  return <AllowedNeeds value={needs}>{children}</AllowedNeeds>
}

/** All that the reader may do. */
export function useAllowedNeeds(): readonly Permission[] {
  return useContext(AllowedNeeds)
}

/** Whether the reader may do what asks for `need`: what they may not is not offered. */
export function useMay(need: Permission): boolean {
  return useAllowedNeeds().includes(need)
}
