import { expect, test } from 'vitest'
import { isConnectionLost, KeepingUnknown } from './connection.ts'

const failure = (message: string, rest: object = {}): Error => Object.assign(new Error(message), rest)

test.for([
  ['refused', failure('connect ECONNREFUSED 127.0.0.1:5432', { code: 'ECONNREFUSED' })],
  ['its socket is not there', failure('connect ENOENT', { code: 'ENOENT', syscall: 'connect' })],
  ['shut down by an administrator', failure('terminating connection', { code: '57P01' })],
  ['starting up', failure('the database system is starting up', { code: '57P03' })],
  ['broken', failure('Connection terminated unexpectedly')],
  ['too many connections', failure('sorry, too many clients already', { code: '53300' })],
  ['broken while it was kept', new KeepingUnknown(failure('read ECONNRESET'))],
] as const)('the database is away: %s', ([, error]) => expect(isConnectionLost(error)).toBe(true))

test.for([
  ['a file is missing', failure('no such file', { code: 'ENOENT', syscall: 'open' })],
  ['a statement took too long', failure('canceling statement due to statement timeout', { code: '57014' })],
  ['a row is there twice', failure('duplicate key', { code: '23505' })],
  ['no error at all', 'ECONNREFUSED'],
] as const)('the database is there: %s', ([, error]) => expect(isConnectionLost(error)).toBe(false))
