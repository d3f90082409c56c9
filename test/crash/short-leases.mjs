/**
 * The same for a test that pauses the product: with a `VITEC_TIMEOUT_S` of 1 an attempt is given up after a twentieth of the
 * time that it has in life. Its lease is an eighth: a busy machine may take a tenth of a second to claim.
 */
globalThis.leadApiWaits = { ...globalThis.leadApiWaits, abandonedMargin: 750, lease: 250 }
