import { germanMoney } from '#kernel/money.ts'
import type { Finding } from '../reading/invoice-document.ts'

export const refused = (rule: string, path: string, text: string): Finding => ({ rule, path, severity: 'refuse', text })
export const noted = (rule: string, path: string, text: string): Finding => ({ rule, path, severity: 'warn', text })

export const money = (cents: number | null): string => germanMoney(cents ?? 0)

export const isRefusing = ({ severity }: Finding): boolean => severity === 'refuse'
