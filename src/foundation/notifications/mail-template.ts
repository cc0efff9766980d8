/**
 * A mail that a module sends, declared in its `mails.ts` and collected by src/app/modules.ts. The office may change subject
 * and text; the placeholders are fixed. `text` is plain text that begins with the salutation and ends without a closing:
 * closing, name and contact lines come from the letterhead. Written `{{frist}}`; `{{name}}` (of the recipient), `{{verbund}}`
 * (name of the cooperative) and `{{portal}}` (address of this installation, for `{{portal}}/einladung/{{schluessel}}`) exist
 * in every mail and are not given with the data.
 */
export interface MailTemplate {
  /** `module.occasion`, stable: outbox and own wordings name it. */
  name: string
  /** German, as the office knows it: "Einladung einer Person". */
  title: string
  subject: string
  text: string
  /** What each placeholder of the data is, in German: `{ link: 'Adresse, unter der die Einladung angenommen wird' }`. */
  placeholders: Record<string, string>
  /** Those that the office may not leave out, because the mail would be of no use without them. */
  required?: readonly string[] | undefined
}

/** What the placeholders stand for in one mail. */
export type MailData = Record<string, string | number>

/** Placeholders that every mail has. */
export const everywhere: Record<string, string> = {
  name: 'Name der Person, an die die Mail geht',
  verbund: 'Name der Genossenschaft, wie er im Briefkopf steht',
  portal: 'Adresse dieses Portals',
}
