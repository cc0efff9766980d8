import { expect, test } from 'vitest'
import { type Log, jsonLog } from './log.ts'

function written(work: (log: Log) => void): unknown[] {
  const lines: string[] = []
  work(
    jsonLog(
      (line) => lines.push(line),
      () => '2026-11-23T09:42:00Z',
    ),
  )
  expect(lines.every((line) => line.endsWith('\n') && !line.slice(0, -1).includes('\n'))).toBe(true)
  return lines.map((line): unknown => JSON.parse(line))
}

test('each event is one line of JSON, whatever stands in it', () => {
  const path = '/x\n{"level":"error"}\u2028'
  expect(written((log) => log.info('request', { path, status: 200, ms: 0.1, actor: null, gone: undefined }))).toEqual([
    { time: '2026-11-23T09:42:00Z', level: 'info', event: 'request', path, status: 200, ms: 0.1, actor: null },
  ])
  expect(written((log) => log.info('start'))).toEqual([{ time: '2026-11-23T09:42:00Z', level: 'info', event: 'start' }])
})

test('an error is logged with where it came from, and anything else that was thrown as text', () => {
  const [thrown, odd] = written((log) => {
    log.error('crash', new TypeError('not an id'), { requestId: 'K7Q2' })
    log.error('crash', 'just a text')
  })
  expect(thrown).toMatchObject({
    level: 'error',
    event: 'crash',
    requestId: 'K7Q2',
    error: expect.stringMatching(/^TypeError: not an id\n\s+at .*log\.test\.ts/),
  })
  expect(odd).toMatchObject({ level: 'error', error: 'just a text' })
})
