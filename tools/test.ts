// `npm test`: every check there is, one line at the end: N passed, N failed, N skipped.
// What the machine lacks is looked for and named; LOTSENWERK_NO_SKIP=1 (.ci/run) makes a skipped test a failed one.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { freemem, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { findPostgres, startPostgres } from '../test/harness/postgres.ts'
import type { Losses } from './lost-files.ts'

process.chdir(join(import.meta.dirname, '..'))

interface Tally {
  passed: number
  failed: number
  skipped: number
}

const total: Tally = { passed: 0, failed: 0, skipped: 0 }
const missing: string[] = []
let ran = 0

/** More files than this in one run, and it is not by chance. */
const mostLost = 2

/** Fewer than this and the runner itself is broken: Vitest can end with 0 having run nothing. */
const fewest = 300

const checks: [string, string[]][] = [
  ['Format', ['node_modules/oxfmt/bin/oxfmt', '--check', '.']],
  ['Lint', ['node_modules/oxlint/bin/oxlint', '--type-aware', '--deny-warnings']],
  ['Types', ['node_modules/typescript/bin/tsc', '--noEmit']],
  ['Types of the islands', ['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'src/browser']],
  ['Unused code', ['node_modules/knip/bin/knip.js', '--no-progress']],
]

for (const [name, command] of checks) check(name, command)
build()
await runTests()
for (const line of missing) console.log(`skipped: ${line}`)
console.log(`${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`)
process.exitCode = total.failed === 0 ? 0 : 1

function check(name: string, command: string[]): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' })
  if (status === 0) total.passed += 1
  else {
    total.failed += 1
    console.log(`${name} failed:\n${stdout}${stderr}`)
  }
}

function build(): void {
  const { status } = spawnSync(process.execPath, ['tools/run.mjs', 'build'], { stdio: 'inherit' })
  if (status !== 0) throw new Error('the build failed')
}

async function runTests(): Promise<void> {
  const postgres = await somePostgres()
  const projects = [
    'unit',
    'embedded',
    'operations',
    ...(postgres ? ['postgres'] : []),
    ...(findChromium() ? ['e2e'] : []),
  ]
  if (!postgres) lacks('the tests on PostgreSQL: apt-get install postgresql, or set DATABASE_URL')
  if (!findChromium()) lacks('the journeys in a browser: apt-get install chromium')
  if (!existsSync(process.env['LOTSENWERK_SHARED_DATA'] ?? '../shared/data'))
    missing.push('tests against real files (they count one by one): set LOTSENWERK_SHARED_DATA')
  const first = await vitest({ projects, files: [] }, postgres?.url)
  const { files, isMore } = first.losses
  // A process that Node itself took down says nothing about the product: its file runs once more by itself, and the output tells so.
  const again = files.length <= mostLost && !isMore ? files : []
  count(first, again.length > 0)
  for (const { project, file } of again) {
    console.log(`The process of ${file} (${project}) crashed in Node itself; it runs once more.`)
    count(await vitest({ projects: [project], files: [file] }, postgres?.url), false)
  }
  if (ran < fewest) complain(`Only ${ran} tests ran, at least ${fewest} should.`)
  await postgres?.stop()
}

/** A whole project that cannot run counts as one skipped test, or as a failed one where nothing may be skipped. */
function lacks(what: string): void {
  missing.push(what)
  if (process.env['LOTSENWERK_NO_SKIP'] === '1') total.failed += 1
  else total.skipped += 1
}

async function somePostgres(): Promise<{ url: string; stop(): Promise<void> } | undefined> {
  const given = process.env['DATABASE_URL']
  if (given) return { url: given, stop: async () => {} }
  const bin = findPostgres()
  return bin === undefined ? undefined : startPostgres(bin)
}

function findChromium(): string | undefined {
  const places = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
  return places.find((place) => place !== undefined && existsSync(place))
}

interface Selection {
  projects: string[]
  /** All, where none is named. */
  files: string[]
}

interface Run {
  report: string
  /** The exit code, or the signal that ended it. */
  ended: number | string
  losses: Losses
}

async function vitest({ projects, files }: Selection, postgresUrl: string | undefined): Promise<Run> {
  const name = `${process.pid}-${files[0]?.replaceAll(/\W/g, '-') ?? 'all'}`
  const report = join(tmpdir(), `lotsenwerk-tests-${name}.json`)
  const lost = join(tmpdir(), `lotsenwerk-lost-${name}.json`)
  const ended = await spawnVitest([...projects.flatMap((one) => ['--project', one]), ...files], {
    report,
    lost,
    postgresUrl,
  })
  const losses = existsSync(lost) ? (JSON.parse(readFileSync(lost, 'utf8')) as Losses) : nothingKnown()
  rmSync(lost, { force: true })
  return { report, ended, losses }
}

function spawnVitest(
  selection: string[],
  { report, lost, postgresUrl }: { report: string; lost: string; postgresUrl: string | undefined },
): Promise<number | string> {
  const {
    DATABASE_URL: _,
    LOTSENWERK_DATA: _data,
    PORT: _port,
    HOST: _host,
    LOTSENWERK_DEMO: _demo,
    ...env
  } = process.env
  const child = spawn(
    process.execPath,
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      ...selection,
      '--reporter=default',
      '--reporter=json',
      '--reporter=./tools/lost-files.ts',
      `--outputFile.json=${report}`,
    ],
    {
      stdio: 'inherit',
      env: {
        ...env,
        ...(postgresUrl ? { TEST_POSTGRES_URL: postgresUrl } : {}),
        LOTSENWERK_LOST_FILES: lost,
        CHROMIUM: findChromium() ?? '',
        NO_COLOR: '1',
      },
    },
  )
  return new Promise((resolve) => child.on('exit', (code, signal) => resolve(code ?? signal ?? 1)))
}

interface Report {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  numFailedTestSuites: number
  testResults: { assertionResults: { status: string; fullName: string }[] }[]
}

/** What ran; `isAgain`: without the files that run once more. */
function count({ report: file, ended, losses }: Run, isAgain: boolean): void {
  if (!existsSync(file)) {
    total.failed += 1
    console.log(
      `Vitest ended without a report (${ended}; ${gigabytes(freemem())} of ${gigabytes(totalmem())} GB of memory free).`,
    )
    return
  }
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report
  rmSync(file)
  const { passed, failed, skipped } = isAgain ? losses.rest : tallyOf(report)
  ran += passed
  total.passed += passed
  total.failed += failed
  if (process.env['LOTSENWERK_NO_SKIP'] === '1') total.failed += skipped
  else total.skipped += skipped
  if (skipped > 0) for (const name of pendingNames(report)) missing.push(name)
  if (failed === 0 && ended !== 0 && !isAgain) complain('Vitest reported an error outside of the tests.')
}

// Functions, not constants: the runner's top level is still waiting for the tests when they are called.
function tallyOf({ numPassedTests, numFailedTests, numPendingTests, numTodoTests }: Report): Tally {
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests }
}

function nothingKnown(): Losses {
  return { files: [], rest: { passed: 0, failed: 0, skipped: 0 }, isMore: true }
}

function pendingNames({ testResults }: Report): Set<string> {
  const results = testResults.flatMap(({ assertionResults }) => assertionResults)
  return new Set(
    results.filter(({ status }) => status === 'pending' || status === 'skipped').map(({ fullName }) => fullName.trim()),
  )
}

function gigabytes(bytes: number): string {
  return (bytes / 1e9).toFixed(1)
}

function complain(sentence: string): void {
  total.failed += 1
  console.log(sentence)
}
