/**
 * Loaded before the product in a test that crashes it (`node --import`): what it leaves behind is seen to within
 * seconds, as in life it is within minutes. `--real-waits` leaves this out.
 */
globalThis.leadApiWaits = {
  ...globalThis.leadApiWaits,
  firstSweep: 500,
  betweenSweeps: 2_000,
  abandonedMargin: 2_000,
}
