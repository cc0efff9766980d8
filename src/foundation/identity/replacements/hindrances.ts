import { type Refusal, refuse } from '#kernel/outcome.ts'
import { roleName } from '../roles.ts'

/** What the database finds in the way of a proposal or its confirmation. */
export type Hindrance =
  | 'noHead'
  | 'open'
  | 'over'
  | 'confirmed'
  | 'same'
  | 'self'
  | 'gone'
  | 'colleague'
  | 'head'
  | 'newHead'

interface Names {
  organization: string
  candidate: string
}

const admin = roleName('organizationAdmin')
const chief = roleName('chiefExecutive')

const at = (path: string, message: string) => [{ path, message }]

/** The same as a sentence; nothing has been changed then. */
export function hindranceInWords(hindrance: Hindrance, { organization, candidate }: Names): Refusal {
  switch (hindrance) {
    case 'noHead':
      return refuse(
        `Bei ${organization} hat niemand „${admin}“ oder „${chief}“. Dann braucht es keinen Ersatz und keine Wartezeit: Laden Sie die Person ein oder geben Sie ihr die Aufgabe auf ihrer Seite unter „Personen“.`,
      )
    case 'open':
      return refuse(`Für ${organization} läuft schon ein Ersatz. Es gibt immer nur einen zur selben Zeit.`)
    case 'over':
      return refuse('Dieser Vorschlag ist schon beendet. Geändert ist nichts.')
    case 'confirmed':
      return refuse('Diesen Vorschlag hat schon jemand bestätigt. Geändert ist nichts.')
    case 'same':
      return refuse('Den eigenen Vorschlag kann niemand bestätigen. Bitte fragen Sie jemand anderen aus dem Verbund.')
    case 'self':
      return refuse(
        'Über die eigene Aufgabe kann niemand selbst entscheiden. Geändert ist nichts.',
        at('personId', 'Das sind Sie selbst.'),
      )
    case 'gone':
      return refuse(
        `${candidate} gehört nicht (mehr) zu ${organization}. Geändert ist nichts. Wer nicht dazugehört, wird mit Name und Adresse eingeladen.`,
        at('personId', 'gehört nicht zu dieser Organisation'),
      )
    case 'colleague':
      return refuse(
        `${candidate} gehört selbst zum Verbund. Geändert ist nichts. Die Zugänge einer Kommune verwaltet niemand aus dem Verbund.`,
        at('personId', 'gehört zum Verbund'),
      )
    case 'head':
      return refuse(
        `${candidate} kann bei ${organization} schon Aufgaben vergeben. Geändert ist nichts.`,
        at('personId', `hat „${admin}“ oder „${chief}“ schon`),
      )
    case 'newHead':
      return refuse(
        `Bei ${organization} vergibt inzwischen jemand anderes Aufgaben. Ein Ersatz ist nicht mehr nötig; bitte ziehen Sie den Vorschlag zurück.`,
      )
  }
}

/** Why a confirmed one did not take effect, for those who were told about it. */
export const lapseInWords = (note: string | null): string => {
  switch (note) {
    case 'newHead':
      return `Inzwischen hat dort jemand anderes „${admin}“ oder „${chief}“.`
    case 'gone':
      return 'Die vorgesehene Person gehört nicht mehr dazu.'
    case 'colleague':
      return 'Die vorgesehene Person gehört inzwischen zum Verbund.'
    case 'head':
      return 'Die vorgesehene Person kann dort inzwischen ohnehin Aufgaben vergeben.'
    default:
      return ''
  }
}
