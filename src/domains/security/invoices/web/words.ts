import { Temporal } from 'temporal-polyfill'
import { germanDay } from '#kernel/local-day.ts'
import type { Refusal } from '#kernel/outcome.ts'
import type { TagState } from '#ui/tag/tag.tsx'
import { typeCodes } from '../checking/check-terms.ts'
import type { Invoice, InvoiceState } from '../invoice.ts'

/** 31.12.2026; a dash where there is none. */
export const germanDate = (day: string | null): string => (day ? germanDay(Temporal.PlainDate.from(day)) : '–')

/** "Rechnung (380)" */
export const kindOf = ({ typeCode }: Pick<Invoice, 'typeCode'>): string =>
  `${typeCodes[typeCode] ?? 'Andere'} (${typeCode})`

export const looks: Record<InvoiceState, TagState> = {
  received: 'soon',
  disputed: 'late',
  rejected: 'none',
  approved: 'running',
  settled: 'ok',
}

/** What a page shows again after a refusal: which of its forms it was, what was typed, and why. */
export interface Typed {
  at?: string | undefined
  form?: Record<string, string> | undefined
  refusal?: Refusal | undefined
}

export const typedIn = ({ at, form, refusal }: Typed, name: string) =>
  at === name ? { form: form ?? {}, refusal } : { form: {} as Record<string, string>, refusal: undefined }
