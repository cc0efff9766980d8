import { Form, Submit } from '#ui/form/form.tsx'
import { LinkList } from '#ui/link-list/link-list.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import type { Assessment } from '../../assessment.ts'
import { isRunning } from '../../assessment.ts'
import { assessmentRoutes } from '../../routes.ts'
import { SheetField } from './sheet-field.tsx'

/** Everything of a check that leaves as a file, and the table that may come back. */
export function Downloads({ assessment, mayTake }: { assessment: Assessment; mayTake: boolean }) {
  const { id } = assessment
  return (
    <div class="lw-stack lw-stack--l">
      <Panel id="berichte" title="Berichte" quiet>
        <LinkList
          items={[
            {
              href: assessmentRoutes.summaryPdf.href({ id }),
              label: 'Kurzbericht (PDF)',
              note: 'Eine Seite für die Hausspitze',
            },
            {
              href: assessmentRoutes.summaryDocx.href({ id }),
              label: 'Kurzbericht (DOCX)',
              note: 'Zum Weiterschreiben',
            },
            { href: assessmentRoutes.reportPdf.href({ id }), label: 'Bericht (PDF)', note: 'Jede Frage mit Antwort' },
            { href: assessmentRoutes.reportDocx.href({ id }), label: 'Bericht (DOCX)', note: 'Zum Weiterschreiben' },
          ]}
        />
      </Panel>
      <Panel id="maschinen" title="Für andere Programme" quiet>
        <LinkList
          items={[
            { href: assessmentRoutes.oscalResults.href({ id }), label: 'Prüfergebnisse (OSCAL)' },
            { href: assessmentRoutes.oscalPlan.href({ id }), label: 'Prüfplan (OSCAL)' },
            { href: assessmentRoutes.poam.href({ id }), label: 'Offene Punkte (OSCAL)' },
          ]}
        />
      </Panel>
      <Panel id="tabelle" title="Antworten als Tabelle" quiet>
        <div class="lw-stack lw-stack--s">
          <LinkList
            items={[
              {
                href: assessmentRoutes.sheet.href({ id }),
                label: 'Alle Antworten (XLSX)',
                note: 'Ausfüllen in Excel oder LibreOffice, auch ohne Verbindung',
              },
            ]}
          />
          {mayTake && isRunning(assessment) && (
            <Form action={assessmentRoutes.sheetCheck.href({ id })} multipart>
              <SheetField />
              <Submit>Unterschiede zeigen</Submit>
            </Form>
          )}
        </div>
      </Panel>
    </div>
  )
}
