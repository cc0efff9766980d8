import { type FieldError, type Outcome, refuse } from '#kernel/outcome.ts'
import { everywhere, type MailData, type MailTemplate } from './mail-template.ts'

/** Subject and text of a template, ours or as the office words them. */
export interface Wording {
  subject: string
  text: string
}

/** What stands below each mail. */
export interface Letterhead {
  /** Name of the cooperative. */
  sender: string
  closing: string
  /** Contact lines below a dashed line. */
  footer: string
}

/** Ours, until the office writes its own. */
export const ourLetterhead = (cooperative: string | null): Letterhead => ({
  sender: cooperative ?? 'Lotsenwerk',
  closing: 'Mit freundlichen Grüßen',
  footer: 'Diese Mail hat das Lotsenwerk verschickt.\nDas Portal erreichen Sie unter {{portal}}.',
})

const placeholder = /\{\{\s*([^{}]*?)\s*\}\}/g

const namesIn = (text: string): string[] => [...text.matchAll(placeholder)].map(([, name]) => name ?? '')

/** Every placeholder this template has, with what it is. */
export const placeholdersOf = ({ placeholders }: MailTemplate): Record<string, string> => ({
  ...placeholders,
  ...everywhere,
})

/** Why this cannot be the wording of this template; empty when it can. */
export function faultsOf(template: MailTemplate, { subject, text }: Wording): FieldError[] {
  const known = placeholdersOf(template)
  const missing = (template.required ?? []).filter((name) => !namesIn(text).includes(name))
  return [
    ...unknownIn('subject', subject, known),
    ...unknownIn('text', text, known),
    ...missing.map((name) => ({
      path: 'text',
      message: `Ohne {{${name}}} nützt diese Mail nichts (${known[name] ?? ''}). Bitte setzen Sie den Platzhalter wieder ein.`,
    })),
  ]
}

/** The letterhead knows only what every mail has. */
export const letterheadFaults = (letterhead: Letterhead): FieldError[] => [
  ...unknownIn('closing', letterhead.closing, everywhere),
  ...unknownIn('footer', letterhead.footer, everywhere),
]

function unknownIn(path: string, text: string, known: Record<string, string>): FieldError[] {
  const possible = Object.keys(known)
    .map((name) => `{{${name}}}`)
    .join(', ')
  const unknown = [...new Set(namesIn(text))].filter((name) => !Object.hasOwn(known, name))
  const faults = unknown.map((name) => `Den Platzhalter {{${name}}} gibt es hier nicht. Möglich sind: ${possible}.`)
  if (/\{\{|\}\}/.test(text.replaceAll(placeholder, '')))
    faults.push(`Hier fehlt eine Klammer. Ein Platzhalter hat zwei vorn und zwei hinten, zum Beispiel {{name}}.`)
  return faults.map((message) => ({ path, message }))
}

/** The finished mail. Values are put in once: what looks like a placeholder in a name stays as it is. */
export function compose(
  wording: Wording,
  letterhead: Letterhead,
  data: MailData,
  { name, portal }: { name: string; portal: string },
): Outcome<Wording> {
  const values: MailData = { ...data, name, portal, verbund: letterhead.sender }
  const missing = [...namesIn(wording.subject), ...namesIn(wording.text)].find((each) => !Object.hasOwn(values, each))
  if (missing !== undefined) return refuse(`Für den Platzhalter {{${missing}}} gibt es in dieser Mail keine Angabe.`)
  const fill = (text: string): string =>
    text.replaceAll(placeholder, (whole, each: string) => String(values[each] ?? whole))
  const { closing, sender, footer } = letterhead
  const parts = [fill(wording.text).trimEnd(), `${fill(closing)}\n${sender}`]
  return {
    subject: fill(wording.subject)
      .replaceAll(/[\p{C}\s]+/gu, ' ')
      .trim(),
    text: parts.join('\n\n') + (footer.trim() ? `\n\n-- \n${fill(footer).trim()}` : ''),
  }
}

/** Below a mail that tells of something: where its reader says which of these come, and the link that ends them. */
export function withChoice(
  text: string,
  { portal, unsubscribe }: { portal: string; unsubscribe: string | undefined },
): string {
  const lines = [
    `Was Sie wann per Mail bekommen, bestimmen Sie hier: ${portal}/postfach/einstellungen`,
    ...(unsubscribe === undefined ? [] : [`Mails dieser Art abbestellen, auch ohne Anmeldung: ${unsubscribe}`]),
  ]
  return `${text}${text.includes('\n-- \n') ? '\n\n' : '\n\n-- \n'}${lines.join('\n')}`
}

/** With a description in the place of each value, links only begun, as the office sees it before anything is sent. */
export const preview = (template: MailTemplate, wording: Wording, letterhead: Letterhead): Outcome<Wording> => {
  const shown = Object.fromEntries(
    Object.entries(template.placeholders).map(([name, meaning]) => [name, name === 'link' ? '/…' : `‹${meaning}›`]),
  )
  return compose(wording, letterhead, shown, { name: 'Erika Beispiel', portal: 'https://portal.verbund.example' })
}
