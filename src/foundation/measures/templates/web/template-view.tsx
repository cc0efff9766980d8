import { germanDay, localDay } from '#kernel/local-day.ts'
import { euro } from '#kernel/money.ts'
import type { Refusal } from '#kernel/outcome.ts'
import { withQuery } from '#platform/http/route.ts'
import { Button } from '#ui/button/button.tsx'
import { Description } from '#ui/description/description.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { effortInWords, kindInWords } from '../../measure.ts'
import { measureRoutes as routes } from '../../routes.ts'
import type { Template } from '../template.ts'

/** One template, for everybody; taking it over makes an own copy. */
export function TemplateView({
  template,
  mayAdopt,
  mayWithdraw,
  refusal,
}: {
  template: Template
  mayAdopt: boolean
  mayWithdraw: boolean
  refusal: Refusal | undefined
}) {
  const { id, title, kind, giverName, description, effortTenths, costCents, releasedAt, withdrawnAt } = template
  return (
    <>
      <PageHead title={title} lead={`${kindInWords(kind)}, geteilt von: ${giverName}`} />
      <div class="lw-stack lw-stack--l lw-measure">
        {refusal && <ErrorSummary title={refusal.refused} errors={[]} kept="" />}
        {description !== '' && description.split(/\n{2,}/).map((part) => <p>{part}</p>)}
        <Description
          items={[
            { term: 'Aufwand', details: effortTenths === null ? '–' : `${effortInWords(effortTenths)} Personentage` },
            { term: 'Kosten', details: costCents === null ? '–' : euro(costCents) },
            { term: 'Freigegeben', details: germanDay(localDay(releasedAt)) },
            ...(withdrawnAt ? [{ term: 'Zurückgenommen', details: germanDay(localDay(withdrawnAt)) }] : []),
          ]}
        />
        {mayAdopt && !withdrawnAt && (
          <p>
            <a class="kern-btn kern-btn--primary" href={withQuery(routes.add.href(), { vorlage: id })}>
              <span class="kern-label">Als eigene Maßnahme übernehmen</span>
            </a>
          </p>
        )}
        {mayWithdraw && !withdrawnAt && (
          <Form action={routes.withdrawTemplate.href({ id })} layout="row" label="Vorlage zurücknehmen">
            <Button size="x-small">Vorlage zurücknehmen</Button>
            <span class="lw-small lw-muted">Niemand findet sie dann mehr. Was daraus entstand, bleibt.</span>
          </Form>
        )}
      </div>
    </>
  )
}
