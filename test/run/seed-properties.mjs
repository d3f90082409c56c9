import fc from 'fast-check'
import { testSeed } from './random.mjs'

/** For Vitest, before each file: properties draw from the seed that the run has named. */
fc.configureGlobal({ seed: testSeed })
