/**
 * Why a lead is sent by nobody, however due it is. `environment`: it was born elsewhere, in a sandbox or for another
 * Vitec. `hold`: all sending is held. `restore`: so it is since the database was restored, and the lead was in it then.
 */
export const obstacles = ['environment', 'hold', 'restore'] as const
export type Obstacle = (typeof obstacles)[number]
