/** Why the product cannot start, in one line for whoever started it; no stack would tell more. */
export class StartError extends Error {}
