/** A vitest reporter that tells `check.mjs`, its parent process, how many tests passed, failed and were skipped, and why. */
export default class Counts {
  onTestRunEnd(modules, unhandledErrors) {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const inState = (state) => tests.filter((test) => test.result().state === state);
    const outsideTests = modules.flatMap((module) => [module, ...module.children.allSuites()]);
    // A file that cannot be loaded and a failed beforeAll fail no test, an error after the tests belongs to none.
    const failedOutside = outsideTests.filter((suite) => suite.errors().length > 0).length + unhandledErrors.length;
    process.send?.({
      passed: inState('passed').length,
      failed: inState('failed').length + failedOutside,
      skipped: [...inState('skipped'), ...inState('pending')].map(describeSkipped),
    });
  }
}

function describeSkipped(test) {
  return {
    name: `${test.module.relativeModuleId} > ${test.fullName}`,
    reason: test.result().note ?? 'no reason given',
  };
}
