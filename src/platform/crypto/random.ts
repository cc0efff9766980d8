import { randomBytes } from 'node:crypto'
import { uuidV7 } from '#kernel/id.ts'

export const newId = (): string => uuidV7(performance.timeOrigin + performance.now(), randomBytes(10))

/** 160 random bits for sessions, tokens and capability URLs; only their hash is ever stored. */
export const newSecret = (): string => randomBytes(20).toString('base64url')
