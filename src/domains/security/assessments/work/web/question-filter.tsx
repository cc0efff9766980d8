import { Filters } from '#ui/filters/filters.tsx'
import { Form, HiddenField, Submit, TextField } from '#ui/form/form.tsx'
import { type Scale, unanswered } from '#kernel/scale.ts'
import type { Total } from '../../assessment.ts'
import type { Selection } from '../../queries.ts'
import { assessmentRoutes, type QuestionFilter, questionsHref } from '../../routes.ts'

export interface QuestionFilterProps {
  assessmentId: string
  scale: Scale
  filter: QuestionFilter
  selection: Selection
  total: Total
  /** How many answers are in dispute with the assessor. */
  disputed: number
  /** Of the section that is shown, where the list is only looked at in part. */
  section: { label: string; count: number } | undefined
}

/** Ready-made selections with their counts, and what is looked for: words, and since when something changed. */
export function QuestionFilterBar(props: QuestionFilterProps) {
  const { assessmentId, scale, filter, selection, total, disputed, section } = props
  const item = (label: string, auswahl: Selection, count?: number) => ({
    label,
    count,
    current: selection === auswahl,
    href: questionsHref(assessmentId, {
      liste: filter.liste,
      suche: filter.suche,
      seit: filter.seit,
      auswahl: auswahl === 'alle' && filter.liste ? undefined : auswahl,
    }),
  })
  const isInLevels = scale === 'level0to5WithTarget'
  const isSearched = Boolean(filter.suche ?? filter.seit)
  return (
    <div class="lw-stack lw-stack--s">
      <Filters
        label="Fragen filtern"
        items={[
          item(section?.label ?? 'Alle', 'alle', section?.count ?? total.total),
          item('Offen', 'offen', unanswered(total)),
          item('Zwingend', 'zwingend', total.mandatoryLeft),
          item('Schnellstarter', 'schnellstarter', total.quickWinsLeft),
          item(isInLevels ? 'Unter dem Ziel' : 'Nein', 'nein', isInLevels ? total.levels - total.met : total.no),
          ...[item('Zu bestätigen', 'bestaetigen', total.unconfirmed), item('Strittig', 'strittig', disputed)].filter(
            ({ count, current }) => current || Number(count) > 0,
          ),
          item('Meine', 'meine'),
          item('Ohne Nachweis', 'ohne-nachweis'),
        ]}
      />
      <details class="lw-why" open={isSearched}>
        <summary>Suchen, oder nur was sich geändert hat</summary>
        <Form action={assessmentRoutes.questions.href({ id: assessmentId })} method="get" layout="bar">
          {filter.liste && <HiddenField name="liste" value={filter.liste} />}
          {filter.auswahl && <HiddenField name="auswahl" value={filter.auswahl} />}
          <TextField name="suche" type="search" label="Wort in Frage oder Notiz" value={filter.suche} maxlength={200} />
          <TextField name="seit" type="date" label="Geändert seit" short value={filter.seit} />
          <Submit variant="secondary">Filtern</Submit>
        </Form>
        {isSearched && (
          <p>
            <a
              class="lw-link"
              href={questionsHref(assessmentId, {
                liste: filter.liste,
                auswahl: filter.auswahl ?? (filter.liste ? undefined : 'alle'),
              })}
            >
              Suche aufheben
            </a>
          </p>
        )}
      </details>
    </div>
  )
}
