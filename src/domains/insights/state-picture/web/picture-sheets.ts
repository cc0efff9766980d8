import { germanDate } from '#kernel/local-day.ts'
import type { Sheet } from '#platform/spreadsheet/write-sheet.ts'
import type { Picture } from '../picture.ts'
import {
  asOfInWords,
  countInWords,
  familyWords,
  meanSentence,
  participation,
  percentInWords,
  reasonInWords,
  takenOn,
} from '../words.ts'

/** One sheet for each breakdown, behind one that says what it is. */
export const pictureSheets = (picture: Picture): Sheet[] => [
  {
    name: 'Landesbild',
    columns: [
      { header: 'Angabe', width: 26 },
      { header: 'Inhalt', width: 90, wrap: true },
    ],
    rows: [
      ['Programm', picture.programmeName],
      ['Stand', takenOn(picture)],
      ['Erschienen am', germanDate(picture.releaseOn)],
      ['Teilnahme', participation(picture)],
      ['Ergebnis', meanSentence(picture)],
      ['Prüfsumme (SHA-256)', picture.sha256],
    ],
  },
  ...picture.families.map(({ dimension, cells }): Sheet => {
    const { title, header, value } = familyWords[dimension]
    return {
      name: title.slice(0, 31),
      columns: [
        { header, width: 44 },
        { header: 'Kommunen', width: 18 },
        { header: value, width: 20 },
        { header: 'Stand', width: 22 },
        { header: 'Nicht ausgewiesen, weil', width: 70, wrap: true },
      ],
      rows: cells.map((cell) => [
        cell.label,
        countInWords(cell),
        percentInWords(cell),
        asOfInWords(cell),
        cell.hidden === null ? '' : reasonInWords[cell.hidden],
      ]),
    }
  }),
  ...(picture.named.length === 0
    ? []
    : [
        {
          name: 'Namentlich',
          columns: [
            { header: 'Kommune', width: 36 },
            { header: 'Anteil Ja', width: 14 },
            { header: 'Phase', width: 30 },
          ],
          rows: picture.named.map(({ name, percent, phaseLabel }) => [
            name,
            percent === null ? '' : `${percent} %`,
            phaseLabel,
          ]),
        },
      ]),
]
