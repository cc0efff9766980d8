import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { FolderInUse, lockFolder } from './folder-lock.ts'

let folder: string
const started: ChildProcess[] = []
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'lotsenwerk-lock-'))))
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL')
  rmSync(folder, { recursive: true })
})

const lock = (): string => join(folder, 'lock')
const impatient = 0

test('whoever comes second is refused while the first has it, and gets it afterwards', async () => {
  const unlock = await lockFolder(folder)
  expect(readFileSync(lock(), 'utf8')).toMatch(new RegExp(`^${process.pid} \\d+$`))
  expect((statSync(lock()).mode & 0o777).toString(8)).toBe('600')
  await expect(lockFolder(folder, impatient)).rejects.toThrow(FolderInUse)
  await expect(lockFolder(folder, impatient)).rejects.toThrow(
    `Der Datenordner ${folder} wird schon benutzt (Prozess ${process.pid}).`,
  )
  unlock()
  ;(await lockFolder(folder, impatient))()
  expect(readdirSync(folder)).toEqual([])
})

test('one that is just ending is waited for', async () => {
  const unlock = await lockFolder(folder)
  const second = lockFolder(folder, 5000)
  await setTimeout(250)
  unlock()
  const unlockSecond = await second
  expect(existsSync(lock())).toBe(true)
  unlockSecond()
})

test.for([
  ['of a process that is gone', '4194399 17'],
  ['of a process whose number another one has now', `${process.pid} 1`],
  ['that says nothing, as after a power cut', ''],
  ['that is no lock of ours', 'hello world'],
] as const)('a lock %s is taken over', async ([, content]) => {
  writeFileSync(lock(), content)
  const unlock = await lockFolder(folder, impatient)
  expect(readFileSync(lock(), 'utf8')).toMatch(new RegExp(`^${process.pid} `))
  unlock()
  expect(existsSync(lock())).toBe(false)
})

test('a take-over that was killed in the middle does not block for ever', async () => {
  writeFileSync(lock(), '4194399 17')
  writeFileSync(`${lock()}.takeover`, '4194398 17')
  ;(await lockFolder(folder, 1000))()
  expect(readdirSync(folder)).toEqual([])
})

const claimer = `
  const { lockFolder } = await import(process.argv[1])
  console.log('here')
  process.stdin.once('data', async () => {
    const outcome = await lockFolder(process.argv[2], 0).then(() => 'has it', (error) => error.constructor.name)
    console.log(outcome)
  })
  process.stdin.once('end', () => process.exit(0))`

/** Processes that all stand ready; \`claim\` lets one try and tells how it went. */
async function readyClaimer(): Promise<{ claim(): Promise<string> }> {
  const child = spawn(
    process.execPath,
    ['--input-type=module', '-e', claimer, join(import.meta.dirname, 'folder-lock.ts'), folder],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  )
  started.push(child)
  const said = async (): Promise<string> => String((await once(child.stdout, 'data'))[0]).trim()
  await said()
  return {
    claim: () => {
      const outcome = said()
      child.stdin.write('now')
      return outcome
    },
  }
}

test('of six processes that find the same stale lock at once exactly one has it, and the others are told', async () => {
  const claimers = await Promise.all(Array.from({ length: 6 }, readyClaimer))
  writeFileSync(lock(), '4194399 17')
  const outcomes = await Promise.all(claimers.map(({ claim }) => claim()))
  expect(outcomes.toSorted()).toEqual([...Array.from({ length: 5 }, () => 'FolderInUse'), 'has it'])
})

const startTime = (pid: number): string =>
  readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[19] ?? ''

// Elsewhere there is no /proc to tell; the product then asks by signal 0.
test.skipIf(process.platform !== 'linux')(
  'a process that has ended, but that its parent has not taken note of, holds nothing',
  async () => {
    const parent = spawn('sh', ['-c', 'sleep 0.1 & echo $!; exec sleep 60'], { stdio: ['ignore', 'pipe', 'ignore'] })
    started.push(parent)
    const zombie = Number(String((await once(parent.stdout, 'data'))[0]))
    const own = `${zombie} ${startTime(zombie)}`
    writeFileSync(lock(), own)
    await expect(lockFolder(folder, impatient)).rejects.toThrow(FolderInUse) // it still sleeps
    while (!readFileSync(`/proc/${zombie}/stat`, 'utf8').includes(') Z ')) await setTimeout(20)
    expect(`${zombie} ${startTime(zombie)}`).toBe(own)
    ;(await lockFolder(folder, impatient))()
  },
)
