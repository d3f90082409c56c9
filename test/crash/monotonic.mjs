/** Time that cannot be set, in ms; the same in all processes of a machine. */
export const monotonicMs = () => Number(process.hrtime.bigint()) / 1e6
