import { cpSync } from 'node:fs'
import { inject } from 'vitest'
import { localDay } from '#kernel/local-day.ts'
import { systemClock } from '#platform/clock.ts'
import { newFolder } from './built-product.ts'

/** A folder after the first start, which tells the demo story and takes longest; another day it tells it anew. */
export function toldFolder(folder = newFolder()): string {
  const told = inject('told')
  if (told.day === localDay(systemClock.now()).toString()) cpSync(told.folder, folder, { recursive: true })
  return folder
}
