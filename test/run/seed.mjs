/**
 * What tests draw at random is drawn from this: TEST_SEED where it is set, else another one each time. Programs that
 * are started from here find it in their environment.
 */
export const testSeed = Number(process.env.TEST_SEED || Date.now() % 2 ** 31)
process.env.TEST_SEED = `${testSeed}`

/** Whether as much is drawn as can be waited for: in `npm test -- --all`, not in `npm test`. */
export const drawsMuch = process.env.TEST_ALL === '1'
