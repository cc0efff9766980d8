import { type Answer, page } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import type { Incoming } from '#platform/http/request.ts'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { FileField, Form, HiddenField, SelectField, Submit, errorAt } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { type ProfileResource, resourceName } from '../oscal/profile/profile.ts'
import { type Candidate, suggestSource } from '../oscal/profile/suggest-sources.ts'
import type { ProfileQuestion } from '../open-catalog-file.ts'
import { keptProfile, resourceField } from '../prepare-upload.ts'
import { listCandidates } from '../queries.ts'
import { catalogRoutes } from '../routes.ts'
import { shortVersion } from '../versions.ts'

/** What a form may carry along beside files. BSI's profile has 2 kB; a longer one is chosen a second time. */
const longestKept = 700_000

/** The second step of a profile: which catalog that is here stands for which one it imports. The profile itself waits in the form. */
export async function profilePage(ctx: Context, { form }: Incoming, question: ProfileQuestion): Promise<Answer> {
  const candidates = await listCandidates(ctx.db)
  const isAnswer = Object.keys(form).some((name) => name.startsWith(resourceField('')))
  const errors = (question.refusal.errors ?? []).map(({ path, message }) =>
    path.startsWith('resources.')
      ? { path: path.replace('resources.', resourceField('')), message }
      : { path: '', message: `${path}: ${message}` },
  )
  const kept = question.profile.toString('base64')
  return page({
    title: 'Profil einlesen',
    status: isAnswer ? 422 : 200,
    crumbs: [{ label: 'Kataloge', href: catalogRoutes.list.href() }, { label: 'Profil einlesen' }],
    view: () => (
      <>
        <PageHead
          title={`Profil „${question.asks.title}“`}
          lead="Ein Profil wählt Anforderungen aus Katalogen aus. Sagen Sie, welcher eingelesene Katalog für welchen steht; daraus entsteht ein eigener Katalog."
        />
        <div class="lw-stack lw-measure">
          {isAnswer && <ErrorSummary title={question.refusal.refused} errors={errors} />}
          <Form action={catalogRoutes.import.href()} multipart>
            {kept.length <= longestKept ? (
              <HiddenField name={keptProfile} value={kept} />
            ) : (
              <FileField
                name="file"
                label="Profil noch einmal auswählen"
                hint="Es ist zu groß, um auf dieser Seite zu warten."
                accept=".json,application/json"
                required
              />
            )}
            {question.asks.resources.map((resource) => (
              <SourceField
                resource={resource}
                candidates={candidates}
                chosen={form[resourceField(resource.uuid)] ?? question.given[resource.uuid.toLowerCase()]}
                error={isAnswer ? errorAt(errors, resourceField(resource.uuid)) : undefined}
              />
            ))}
            <Submit>Profil einlesen</Submit>
          </Form>
        </div>
      </>
    ),
  })
}

interface SourceFieldProps {
  resource: ProfileResource
  candidates: readonly Candidate[]
  chosen: string | undefined
  error: string | undefined
}

function SourceField({ resource, candidates, chosen, error }: SourceFieldProps) {
  const proposed = suggestSource(resource, candidates)
  return (
    <SelectField
      name={resourceField(resource.uuid)}
      label={resourceName(resource)}
      hint={
        proposed
          ? 'Vorgeschlagen nach Prüfsumme oder Namen. Weicht die Prüfsumme ab, steht das danach beim Katalog.'
          : 'Dieser Katalog ist noch nicht eingelesen. Lesen Sie ihn zuerst ein, oder wählen Sie einen, der für ihn steht.'
      }
      empty="Bitte wählen"
      required
      value={chosen ?? proposed?.id}
      error={error}
      options={candidates.map(({ id, title, version }) => ({
        value: id,
        label: `${title} (Fassung ${shortVersion(version)})`,
      }))}
    />
  )
}
