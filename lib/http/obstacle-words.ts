import { isLive } from '@/lib/environments/environment'
import type { Obstacle } from '@/lib/lead/obstacle'

/** Why a lead that waits is sent by nobody, for a caller of the API. */
export function obstacleWords(obstacle: Obstacle, environment: string | null): string {
  switch (obstacle) {
    case 'environment':
      return environment === null || isLive(environment)
        ? 'The lead was taken in for another address of Vitec. It waits until somebody here decides, and is not sent by itself.'
        : 'The lead was taken in by the sandbox. It is never sent to an agent: enter it again if it is a real one.'
    case 'hold':
    case 'restore':
      return 'The lead is stored. All sending is held just now: it waits until somebody here lets it go.'
  }
}
