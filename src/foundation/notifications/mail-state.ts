/** waiting: not handed over yet · sent: the mail server has it · failed: refused for good · bounced: came back. */
export const mailStates = ['waiting', 'sent', 'failed', 'bounced'] as const

export type MailState = (typeof mailStates)[number]
