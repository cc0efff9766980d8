import { randomBytes, randomInt } from 'node:crypto'
import { uuidV7 } from '#kernel/id.ts'

export const newId = (): string => uuidV7(performance.timeOrigin + performance.now(), randomBytes(10))

/** 160 random bits for sessions, tokens and capability URLs; only their hash is ever stored. */
export const newSecret = (): string => randomBytes(20).toString('base64url')

/** Figures that nobody can foresee, zeros in front included. */
export const randomDigits = (length: number): string =>
  randomInt(10 ** length)
    .toString()
    .padStart(length, '0')

/** As many values below `below` as asked for. */
export const randomNumbers = (count: number, below: number): number[] =>
  Array.from({ length: count }, () => randomInt(below))
