import { isRefusal, type Refusal } from '#kernel/outcome.ts'
import { type Answer, page, redirect } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import { listOrganizations, type Kind } from '#foundation/organizations/index.ts'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form, HiddenField, Submit } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { may } from '../access.ts'
import { addProgramme } from '../add-programme.ts'
import { changeProgramme } from '../facts/change-programme.ts'
import { factNames } from '../facts/fact-names.ts'
import { lastChangedBy } from '../facts/queries.ts'
import { factsForm, version } from '../facts/schemas.ts'
import { onLed } from '../on-programme.ts'
import type { Programme } from '../programme.ts'
import { programmeRoutes } from '../routes.ts'
import { newProgramme } from '../schemas.ts'
import { crumbsTo } from './crumbs.ts'
import { FactConflict } from './fact-conflict.tsx'
import { atFields, FactFields, factsOf, gathered, type Typed, typedFrom, typedNew } from './fact-fields.tsx'

/** Adding a programme, and changing its facts and texts. */
export const programmeFactPages: PageRoute[] = [
  show(programmeRoutes.new, (ctx) => newPage(ctx, { typed: typedNew() }), { guard: may.add }),
  submit(
    programmeRoutes.new,
    async (ctx, { form }) => {
      const facts = parse(factsForm, gathered(form), 'Das Programm ist noch nicht angelegt')
      const wanted = isRefusal(facts)
        ? facts
        : parse(newProgramme, factsOf(facts), 'Das Programm ist noch nicht angelegt')
      const id = isRefusal(wanted) ? wanted : await addProgramme(ctx, wanted)
      if (isRefusal(id)) return newPage(ctx, { typed: form, refusal: id })
      return redirect(
        programmeRoutes.show.href({ id }),
        'Das Programm ist angelegt. Als Nächstes legen Sie seine Phasen und Schritte fest.',
      )
    },
    { guard: may.add },
  ),
  show(programmeRoutes.change, (ctx, { params }) =>
    onLed(ctx, params['id'], (programme) => editPage(ctx, programme, { typed: typedFrom(programme) })),
  ),
  submit(programmeRoutes.change, (ctx, { params, form }) =>
    onLed(ctx, params['id'], (programme) => save(ctx, programme, form)),
  ),
]

async function save(ctx: Context, programme: Programme, form: Typed): Promise<Answer> {
  const facts = parse(factsForm.extend({ version }), gathered(form), 'Die Änderung ist noch nicht gespeichert')
  if (isRefusal(facts)) return editPage(ctx, programme, { typed: form, refusal: facts })
  const { version: seen, ...rest } = facts
  const outcome = await changeProgramme(ctx, programme, { ...factsOf(rest), version: seen })
  if (isRefusal(outcome)) return editPage(ctx, programme, { typed: form, refusal: outcome })
  if ('saved' in outcome)
    return redirect(
      programmeRoutes.show.href({ id: programme.id }),
      outcome.saved.declarationVersion === programme.declarationVersion
        ? 'Die Änderung ist gespeichert.'
        : `Die Änderung ist gespeichert. Der Text der Erklärung ist jetzt Fassung ${outcome.saved.declarationVersion}.`,
    )
  return conflictPage(ctx, outcome.theirs, form)
}

interface Said {
  typed: Typed
  refusal?: Refusal | undefined
}

interface Places {
  contractors: { id: string; name: string }[]
  observers: { id: string; name: string }[]
}

async function placesOf(ctx: Context): Promise<Places> {
  const ofKind = async (kind: Kind) => {
    const found = await listOrganizations(ctx.db, { kind, limit: 50 })
    return isRefusal(found) ? [] : found.items.map(({ id, name }) => ({ id, name }))
  }
  return { contractors: await ofKind('contractor'), observers: await ofKind('ministry') }
}

async function newPage(ctx: Context, { typed, refusal }: Said): Promise<Answer> {
  const places = await placesOf(ctx)
  return page({
    title: 'Programm anlegen',
    status: refusal ? 422 : 200,
    refusal,
    crumbs: [{ label: 'Programme', href: programmeRoutes.list.href() }, { label: 'Anlegen' }],
    view: () => (
      <>
        <PageHead
          title="Programm anlegen"
          lead="Zuerst die Angaben. Phasen, Schritte, Mittel und Unterlagen legen Sie danach auf der Seite des Programms fest."
        />
        <div class="lw-stack lw-measure">
          <Refused refusal={refusal} />
          <Form action={programmeRoutes.new.href()}>
            <FactFields typed={typed} errors={atFields(refusal?.errors)} {...places} />
            <Submit>Programm anlegen</Submit>
          </Form>
        </div>
      </>
    ),
  })
}

async function editPage(ctx: Context, programme: Programme, { typed, refusal }: Said): Promise<Answer> {
  const places = await placesOf(ctx)
  // Who receives figures already may be of another kind, and stays to be chosen.
  const observers = [
    ...places.observers,
    ...programme.observers.filter(({ id }) => !places.observers.some((one) => one.id === id)),
  ]
  return page({
    title: `Angaben ändern: ${programme.name}`,
    status: refusal ? 422 : 200,
    refusal,
    crumbs: crumbsTo(programme, 'Angaben ändern'),
    view: () => (
      <>
        <PageHead
          title="Angaben ändern"
          lead={`Was hier steht, lesen alle Kommunen. Der Weg, die Mittel und die Unterlagen von „${programme.name}“ ändern Sie auf seiner Seite.`}
        />
        <div class="lw-stack lw-measure">
          <Refused refusal={refusal} />
          <Form action={programmeRoutes.change.href({ id: programme.id })}>
            <HiddenField name="version" value={typed['version'] ?? String(programme.version)} />
            <FactFields typed={typed} errors={atFields(refusal?.errors)} {...places} observers={observers} />
            <Submit>Angaben speichern</Submit>
          </Form>
        </div>
      </>
    ),
  })
}

async function conflictPage(ctx: Context, theirs: Programme, typed: Typed): Promise<Answer> {
  const other = await lastChangedBy(ctx.db, theirs.id)
  const { contractors, observers } = await placesOf(ctx)
  const known = [...contractors, ...observers, ...theirs.observers, ...(theirs.contractor ? [theirs.contractor] : [])]
  return page({
    title: `Zwei Fassungen: ${theirs.name}`,
    status: 409,
    crumbs: crumbsTo(theirs, 'Angaben ändern'),
    view: () => (
      <>
        <PageHead
          title="Zwei Fassungen"
          lead={`Das Programm „${theirs.name}“ haben zwei Personen zugleich geändert.`}
        />
        <FactConflict
          theirs={theirs}
          typed={typed}
          other={other}
          now={ctx.now}
          places={new Map(known.map(({ id, name }) => [id, name]))}
        />
      </>
    ),
  })
}

const Refused = ({ refusal }: { refusal: Refusal | undefined }) =>
  refusal ? <ErrorSummary title={refusal.refused} errors={atFields(refusal.errors)} labels={factNames} /> : null
