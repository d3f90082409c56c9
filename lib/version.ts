import product from '@/package.json'

/** The version of the product that runs, as `package.json` has it. */
export const version: string = product.version
