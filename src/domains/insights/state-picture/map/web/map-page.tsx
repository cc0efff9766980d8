import { germanDay, localDay } from '#kernel/local-day.ts'
import { type Refusal, isRefusal } from '#kernel/outcome.ts'
import { type Answer, forbidden, page, redirect } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import { AreaMap } from '#ui/area-map/area-map.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { FileField, Form, Submit, TextField, errorAt } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import { may } from '../access.ts'
import { importMap } from '../import-map.ts'
import { matchAreas, missingInWords, shortCounty } from '../match-areas.ts'
import { mapUploadLimit, prepareMap } from '../prepare-map.ts'
import { type CountyMap, currentMap, listCounties } from '../queries.ts'
import { mapRoutes } from '../routes.ts'
import { mapParts } from '../schemas.ts'

const title = 'Karte des Landesbildes'

/** The outlines on which the state picture is drawn: what they look like, what they fit, and new ones. */
export const mapPages: PageRoute[] = [
  show(mapRoutes.show, (ctx) => mapPage(ctx), { guard: may.importMap }),
  submit(
    mapRoutes.show,
    async (ctx, { form }, { outlines }) => {
      const allowed = may.importMap(ctx.actor)
      if (isRefusal(allowed)) return forbidden(allowed)
      const parts = parse(mapParts, form, 'Die Karte ist nicht eingelesen')
      const refusal = joined(outlines, parts)
      if (refusal || isRefusal(outlines) || isRefusal(parts)) return mapPage(ctx, { refusal, form })
      const imported = await importMap(ctx, outlines, parts)
      if (isRefusal(imported)) return mapPage(ctx, { refusal: imported, form })
      const missing = missingInWords(imported.countiesWithoutArea)
      const done = imported.isNew
        ? `${imported.areas === 1 ? 'Eine Fläche ist' : `${imported.areas} Flächen sind`} eingelesen.`
        : 'Diese Karte war schon eingelesen, geändert wurde nichts.'
      return redirect(mapRoutes.show.href(), missing ? `${done} ${missing}` : done)
    },
    { guard: may.importMap, prepare: prepareMap, bodyLimit: mapUploadLimit },
  ),
]

/** What is wrong with the file and with the fields, told at once. */
function joined(...outcomes: readonly unknown[]): Refusal | undefined {
  const [first, ...others] = outcomes.filter(isRefusal)
  if (!first) return
  const errors = [first, ...others].flatMap((refusal) => refusal.errors ?? [])
  return others.length === 0 ? first : { refused: 'Die Karte ist nicht eingelesen.', errors }
}

interface Sent {
  refusal?: Refusal | undefined
  form?: Record<string, string>
}

async function mapPage(ctx: Context, { refusal, form = {} }: Sent = {}): Promise<Answer> {
  const map = await currentMap(ctx.db)
  const counties = await listCounties(ctx.db)
  return page({
    title,
    status: refusal ? 422 : 200,
    refusal,
    view: () => (
      <>
        <PageHead
          title={title}
          lead="Die Umrisse der Landkreise, auf denen das Landesbild seine Werte zeigt. Die Tabelle daneben hat immer alle Werte."
        />
        <div class="lw-stack lw-stack--xl">
          {refusal && (
            <ErrorSummary
              title={refusal.refused}
              errors={(refusal.errors ?? []).map((error) =>
                error.path in labels ? error : { path: '', message: `${error.path}: ${error.message}` },
              )}
              kept="Die bisherige Karte bleibt. Bitte wählen Sie die Datei noch einmal aus."
            />
          )}
          {map ? (
            <Preview map={map} counties={counties} />
          ) : (
            <Empty title="Noch keine Karte" level={2}>
              Ohne Umrisse zeigt das Landesbild die Landkreise als Waben. Für eine Karte lesen Sie unten eine Datei ein.
            </Empty>
          )}
          <ImportForm refusal={refusal} form={form} />
        </div>
      </>
    ),
  })
}

const labels: Readonly<Record<string, true>> = {
  file: true,
  title: true,
  attribution: true,
  keyProperty: true,
  nameProperty: true,
  object: true,
}

function Preview({ map, counties }: { map: CountyMap; counties: readonly string[] }) {
  const match = matchAreas(
    map.areas,
    counties.map((key) => ({ key })),
  )
  const missing = missingInWords(match.cellsWithoutArea.map(({ key }) => key))
  return (
    <Panel id="vorschau" title={map.title} note={`eingelesen ${germanDay(localDay(map.importedAt))}`}>
      <div class="lw-split lw-split--half">
        <div class="lw-stack lw-stack--s">
          <AreaMap
            label="Vorschau ohne Werte"
            legend={false}
            width={map.width}
            height={map.height}
            areas={map.areas.map(({ key, name, path, x, y }) => ({
              key,
              name: shortCounty(name),
              path,
              x,
              y,
              value: match.cells.has(key) ? 'Landkreis' : 'ohne eigenen Wert',
              shortValue: '',
              level: match.cells.has(key) ? 2 : 'outside',
            }))}
          />
          <p class="lw-small lw-muted">Umrisse: {map.attribution}</p>
        </div>
        <div class="lw-stack">
          <p>
            {match.areas.size} von {counties.length} Landkreisen des Registers haben eine Fläche. Flächen ohne
            Landkreis, etwa kreisfreie Städte, bleiben ohne eigenen Wert.
          </p>
          {missing && <p class="lw-strong">{missing}</p>}
          <FitTable map={map} match={match} />
        </div>
      </div>
    </Panel>
  )
}

const FitTable = ({
  map,
  match,
}: {
  map: CountyMap
  match: ReturnType<typeof matchAreas<CountyMap['areas'][number], { key: string }>>
}) => (
  <Table
    caption="Flächen der Karte"
    captionHidden
    dense
    stack
    rows={map.areas.slice(0, 60)}
    columns={[
      { header: 'Fläche', rowHeader: true, cell: ({ name }) => name },
      { header: 'Schlüssel', cell: ({ key, name }) => (key === name ? '–' : key) },
      { header: 'Landkreis im Register', cell: ({ key }) => match.cells.get(key)?.key ?? '–' },
    ]}
  />
)

function ImportForm({ refusal, form }: { refusal: Refusal | undefined; form: Record<string, string> }) {
  const error = (name: string) => errorAt(refusal?.errors, name)
  return (
    <Panel id="einlesen" title="Karte einlesen">
      <div class="lw-stack lw-measure">
        <p>
          Die neue Karte gilt sofort für alle Landesbilder. Geometrien der Landkreise gibt es beim Bundesamt für
          Kartographie und Geodäsie (Verwaltungsgebiete, WGS 84).
        </p>
        <Form action={mapRoutes.show.href()} multipart>
          <FileField
            name="file"
            label="Datei mit den Umrissen"
            hint="GeoJSON oder TopoJSON in WGS 84 (EPSG:4326), höchstens 5 MB"
            accept=".json,.geojson,.topojson,application/json,application/geo+json"
            required
            error={error('file')}
          />
          <TextField
            name="title"
            label="Titel"
            hint="Zum Beispiel: Landkreise, Stand 2026"
            maxlength={200}
            required
            value={form['title']}
            error={error('title')}
          />
          <TextField
            name="attribution"
            label="Quellenangabe"
            hint="Steht unter jeder Karte, so wie die Lizenz es verlangt. Zum Beispiel: © GeoBasis-DE / BKG 2021 (Daten verändert)"
            maxlength={300}
            required
            value={form['attribution']}
            error={error('attribution')}
          />
          <TextField
            name="keyProperty"
            label="Eigenschaft mit dem Schlüssel"
            hint="Nur wenn sie nicht ARS oder AGS heißt"
            maxlength={100}
            value={form['keyProperty']}
            error={error('keyProperty')}
          />
          <TextField
            name="nameProperty"
            label="Eigenschaft mit dem Namen"
            hint="Nur wenn sie nicht GEN heißt"
            maxlength={100}
            value={form['nameProperty']}
            error={error('nameProperty')}
          />
          <TextField
            name="object"
            label="Ebene"
            hint="Nur bei TopoJSON mit mehreren Ebenen, zum Beispiel: kreise"
            maxlength={100}
            value={form['object']}
            error={error('object')}
          />
          <Submit>Karte einlesen</Submit>
        </Form>
      </div>
    </Panel>
  )
}
