// Test files whose process ended before they did: Node itself sometimes crashes (SIGSEGV, SIGTRAP) in a thread that compiles, most of all
// with the embedded database and few processors (nodejs/node issues 64500 and 64841). Vitest tells of it, and names no file in its report.
import { writeFileSync } from 'node:fs'
import type { Reporter, SerializedError, TestModule } from 'vitest/node'

export interface Losses {
  files: { project: string; file: string }[]
  /** The tests of all other files. */
  rest: { passed: number; failed: number; skipped: number }
  /** Whether something else went wrong outside of the tests, or a test of such a file had failed already. */
  isMore: boolean
}

/** The signals of a crash of Node's own; whoever is killed from outside or runs out of memory ends with others. */
const crashed = /^Worker exited unexpectedly with signal (SIGSEGV|SIGTRAP) /

function isCrash({ cause, message }: SerializedError): boolean {
  return crashed.test(message) || crashed.test(cause?.message ?? '')
}

const count = (modules: readonly TestModule[], state: 'passed' | 'failed' | 'skipped'): number =>
  modules.flatMap(({ children }) => [...children.allTests()]).filter((one) => one.result().state === state).length

const isLost = (module: TestModule): boolean => ['pending', 'queued'].includes(module.state())

/** A reporter of Vitest that writes the losses to the file that LOTSENWERK_LOST_FILES names. */
export default class LostFilesReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    const [lost, whole] = [modules.filter(isLost), modules.filter((module) => !isLost(module))]
    const losses: Losses = {
      files: lost.map(({ project, relativeModuleId }) => ({ project: project.name, file: relativeModuleId })),
      rest: { passed: count(whole, 'passed'), failed: count(whole, 'failed'), skipped: count(whole, 'skipped') },
      isMore: !errors.every(isCrash) || lost.length !== errors.length || count(lost, 'failed') > 0,
    }
    writeFileSync(process.env['LOTSENWERK_LOST_FILES'] ?? '/dev/null', JSON.stringify(losses))
  }
}
