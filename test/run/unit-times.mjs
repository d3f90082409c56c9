import { writeUnitTimes } from './times.mjs'

/** Notes for `npm test -- --times` what each file of unit tests spends its time on. */
export default class UnitTimes {
  /** @param {readonly import('vitest/node').TestModule[]} modules */
  onTestRunEnd(modules) {
    writeUnitTimes(
      modules.map((module) => {
        const { collectDuration, duration } = module.diagnostic()
        const tests = [...module.children.allTests()].reduce(
          (total, test) => total + (test.diagnostic()?.duration ?? 0),
          0,
        )
        return { file: module.relativeModuleId, imports: collectDuration, tests, hooks: duration - tests }
      }),
    )
  }
}
