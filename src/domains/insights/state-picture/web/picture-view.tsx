import type { ComponentChildren } from 'preact'
import { germanDate } from '#kernel/local-day.ts'
import { BarList } from '#ui/bars/bar-list.tsx'
import { type Fact, Facts } from '#ui/facts/facts.tsx'
import { Description } from '#ui/description/description.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import { Why } from '#ui/why/why.tsx'
import { changeOf } from '../change.ts'
import type { Development } from '../development/queries.ts'
import type { Drawn } from '../map/outlines-of.ts'
import { type Dimension, familyOf, type Picture, type PictureCell, totalOf } from '../picture.ts'
import {
  byGap,
  changeInWords,
  figure,
  gapSentence,
  meanSentence,
  participation,
  percentInWords,
  takenOn,
} from '../words.ts'
import { CountyMap } from './county-map.tsx'
import { CountyTable } from './county-table.tsx'
import { DevelopmentPanel } from './development-panel.tsx'
import { FamilyPanel, FamilyTable } from './family-table.tsx'
import { WhyHidden } from './why-hidden.tsx'

export interface PictureViewProps {
  picture: Picture
  development: Development
  /** Undefined where no county is spoken of. */
  outlines: Drawn | undefined
  /** 01.02.2027: when the next one appears. */
  next: string
  /** Whether earlier pictures may be opened from here. */
  linked: boolean
  /** On paper nothing can be unfolded. */
  printed?: boolean | undefined
  /** Deeds, downloads: after everything else. */
  children?: ComponentChildren
}

/** A picture whole: what it says in sentences first, then figures, drawings with their tables, and why something is missing. */
export const PictureView = ({ picture, development, outlines, next, linked, printed, children }: PictureViewProps) => (
  <div class="lw-stack lw-stack--xl">
    <Sentences picture={picture} development={development} />
    <Facts items={facts(picture, development)} />
    <div class="lw-split lw-split--half">
      {outlines ? (
        <Panel id="karte" title="Nach Landkreis" link={{ href: '#landkreise', label: 'Als Tabelle' }}>
          <CountyMap outlines={outlines} cells={familyOf(picture, 'county')} />
        </Panel>
      ) : (
        <Counties picture={picture} development={development} />
      )}
      <Lists cells={byGap(familyOf(picture, 'checklist'))} open={printed} />
    </div>
    {outlines && <Counties picture={picture} development={development} />}
    <WhyHidden picture={picture} />
    <DevelopmentPanel points={development.points} linked={linked} />
    <Families picture={picture} />
    <Questions cells={familyOf(picture, 'control')} />
    <Named picture={picture} />
    <About picture={picture} next={next} />
    {children}
  </div>
)

const previousOf = ({ points }: Development) => points.at(-2)

function Sentences({ picture, development }: { picture: Picture; development: Development }) {
  const before = previousOf(development)
  const change = changeOf(totalOf(picture), before?.total)
  return (
    <p class="lw-measure">
      {participation(picture)} {meanSentence(picture)}
      {before && change !== null && ` ${changeSentence(change, germanDate(before.releaseOn))}`}
      {gapSentence(picture) && ` ${gapSentence(picture)}`}
    </p>
  )
}

function changeSentence(points: number, day: string): string {
  if (points === 0) return `Das ist so viel wie im Landesbild vom ${day}.`
  return `Das sind ${Math.abs(points)} Prozentpunkte ${points > 0 ? 'mehr' : 'weniger'} als im Landesbild vom ${day}.`
}

function facts(picture: Picture, development: Development): Fact[] {
  const total = totalOf(picture)
  const before = previousOf(development)
  const change = changeOf(total, before?.total)
  const counties = familyOf(picture, 'county').filter(({ key }) => key !== 'countyLevel')
  return [
    {
      value: total?.hidden === null ? percentInWords(total) : '–',
      label: 'der Fragen mit „Ja“ beantwortet, alle zusammen',
    },
    {
      value: change === null ? '–' : changeInWords(change),
      label: before
        ? `Prozentpunkte seit dem ${germanDate(before.releaseOn)}`
        : 'Prozentpunkte: noch kein früheres Bild',
    },
    {
      value: picture.assessed === null ? 'unter 5' : figure(picture.assessed),
      unit: `von ${figure(picture.participants)}`,
      label: 'Kommunen mit abgenommener Prüfung',
    },
    {
      value: figure(counties.filter(({ hidden }) => hidden !== null).length),
      unit: `von ${figure(counties.length)}`,
      label: 'Landkreise hier nicht ausgewiesen',
    },
  ]
}

function Counties({ picture, development }: { picture: Picture; development: Development }) {
  const before = previousOf(development)
  return (
    <Panel id="landkreise" title="Alle Landkreise">
      <div class="lw-stack">
        <CountyTable
          cells={familyOf(picture, 'county')}
          before={development.before}
          since={before && development.before.length > 0 ? `seit ${germanDate(before.releaseOn)}` : undefined}
        />
        <p class="lw-small lw-muted">
          Gezählt sind Städte, Gemeinden und Verbandsgemeinden im Landkreis. Kreisverwaltungen und kreisfreie Städte
          zählen nur zusammen, weil es so wenige sind.
        </p>
      </div>
    </Panel>
  )
}

const Lists = ({ cells, open }: { cells: readonly PictureCell[]; open: boolean | undefined }) => (
  <Panel id="nach-checkliste" title="Nach Checkliste, größte Lücke zuerst">
    <div class="lw-stack">
      <BarList
        label="Anteil Ja nach Checkliste, größte Lücke zuerst"
        items={cells.map((cell) => ({
          label: cell.label,
          percent: cell.hidden === null ? cell.percent : null,
          figure: percentInWords(cell),
        }))}
      />
      <Why summary="Als Tabelle" open={open}>
        <FamilyTable dimension="checklist" cells={cells} />
      </Why>
    </div>
  </Panel>
)

const pairs: readonly (readonly Dimension[])[] = [['kindClass', 'sizeClass'], ['wave', 'phase'], ['money']]

const Families = ({ picture }: { picture: Picture }) => (
  <>
    {pairs.map((pair) => {
      const there = pair.filter((dimension) => familyOf(picture, dimension).length > 0)
      return there.length === 0 ? null : (
        <div class="lw-split lw-split--half">
          {there.map((dimension) => (
            <FamilyPanel dimension={dimension} cells={familyOf(picture, dimension)} />
          ))}
        </div>
      )
    })}
  </>
)

const mostQuestions = 10

/** All single questions stand in the files; here those with the largest gap. */
const Questions = ({ cells }: { cells: readonly PictureCell[] }) =>
  cells.length === 0 ? null : (
    <Panel id="nach-frage" title="Fragen mit der größten Lücke" note="Alle Fragen stehen in den Dateien unten.">
      <FamilyTable dimension="control" cells={byGap(cells).slice(0, mostQuestions)} />
    </Panel>
  )

const Named = ({ picture: { named } }: { picture: Picture }) =>
  named.length === 0 ? null : (
    <Panel id="namentlich" title="Kommunen, die sich namentlich zeigen">
      <div class="lw-stack">
        <p class="lw-measure">
          Diese Kommunen haben zugestimmt, mit Gesamtwert und Phase genannt zu werden. Einzelne Checklisten zeigen auch
          sie nicht. Die Reihenfolge ist die der Namen.
        </p>
        <Table
          caption="Namentlich genannte Kommunen, nach Namen"
          captionHidden
          dense
          stack
          rows={named}
          columns={[
            { header: 'Kommune', rowHeader: true, cell: ({ name }) => name },
            {
              header: 'Anteil Ja',
              numeric: true,
              cell: ({ percent }) => (percent === null ? 'noch keine Prüfung' : `${percent}\u00A0%`),
            },
            { header: 'Phase', cell: ({ phaseLabel }) => phaseLabel },
          ]}
        />
      </div>
    </Panel>
  )

const About = ({ picture, next }: { picture: Picture; next: string }) => (
  <Panel id="zum-bild" title="Zu diesem Bild">
    <div class="lw-stack">
      <p class="lw-measure">
        Jede Kommune zählt einmal, mit ihrer letzten abgenommenen Prüfung. Gezeigt ist das Mittel der Anteile „Ja“ ohne
        nicht relevante Fragen, auf 5 gerundet; am Rand steht nur „≤ 5 %“ oder „≥ 95 %“. Ändert sich die Zahl der
        Kommunen hinter einem Wert nur um eine bis vier, bleibt der frühere Wert mit seinem Stand stehen.
      </p>
      <Description
        items={[
          { term: 'Programm', details: picture.programmeName },
          { term: 'Womit geprüft wurde', details: picture.catalogTitle ?? 'noch keine abgenommene Prüfung' },
          { term: 'Gezählt am', details: takenOn(picture) },
          { term: 'Erschienen am', details: germanDate(picture.releaseOn) },
          { term: 'Das nächste erscheint am', details: next },
          { term: 'Prüfsumme (SHA-256)', details: picture.sha256 },
        ]}
      />
    </div>
  </Panel>
)
