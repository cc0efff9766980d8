import { type Answer, page } from '#platform/http/answer.ts'
import { Description } from '#ui/description/description.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { helpRoutes } from '../routes.ts'

/** Every key that does something here; each has a button or link that does the same. */
export const keyboardPage = (): Answer =>
  page({
    title: 'Mit der Tastatur',
    crumbs: [{ label: 'Hilfe', href: helpRoutes.start.href() }, { label: 'Mit der Tastatur' }],
    view: () => (
      <>
        <PageHead
          title="Mit der Tastatur"
          lead="Alles im Portal geht ohne Maus. Wo Sie gerade sind, zeigt der dicke Rahmen."
        />
        <div class="lw-stack lw-stack--xl lw-measure">
          <Panel id="ueberall" title="Überall">
            <Description
              items={[
                { term: 'Tab', details: 'zum nächsten Feld, Link oder Knopf; mit Umschalt zurück' },
                { term: 'Eingabe', details: 'folgt dem Link, drückt den Knopf, schickt das Formular ab' },
                { term: 'Leertaste', details: 'setzt ein Häkchen, klappt auf und zu' },
                {
                  term: 'Erster Tab einer Seite',
                  details: '„Zum Inhalt springen“: überspringt Kopf und Navigation',
                },
                { term: '/', details: 'springt ins Suchfeld, außer beim Schreiben in einem Feld' },
              ]}
            />
          </Panel>
          <Panel id="fragen" title="Viele Fragen nacheinander beantworten">
            <Description
              items={[
                { term: 'J oder 1', details: 'Ja, und weiter zur nächsten offenen Frage' },
                { term: 'N oder 2', details: 'Nein, und weiter' },
                { term: 'R oder 3', details: 'Nicht relevant, und weiter' },
                { term: 'Pfeiltasten', details: 'in der Antwort wählen, ohne weiterzugehen' },
              ]}
            />
            <p class="lw-small lw-muted">
              Buchstaben und Ziffern gelten nur, solange eine Antwort den Fokus hat. In der Notiz schreiben Sie wie
              immer.
            </p>
          </Panel>
          <p>
            <a class="lw-link" href={helpRoutes.start.href()}>
              Zur Hilfe
            </a>
          </p>
        </div>
      </>
    ),
  })
