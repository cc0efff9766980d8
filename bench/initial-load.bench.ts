// Dry run of a programme's workbook (133 municipalities, 40 columns, every road new), upload and answer included, held against bare
// reading of the same file by the library that reads it (at most 20 times).
import readAllSheets from 'read-excel-file/node'
import { writeWorkbook } from '../src/platform/spreadsheet/write-sheet.ts'
import { type Figure, figure, quantile } from './figure.ts'
import { startProduct } from './product.ts'

const [municipalities, columns, rounds] = [133, 40, 15]

const values: Record<string, (at: number) => string> = {
  'Regionalschlüssel (ARS)': (at) => String(159_000_000 + at),
  Name: (at) => `Messgemeinde ${at}`,
  Art: () => 'Einheitsgemeinde',
  Teilnahme: () => 'ja',
  'Dabei seit': () => '12.01.2026',
  Phase: (at) => ['Anmeldung', 'Vorbereitung', 'Vor Ort', 'Bericht'][at % 4] ?? '',
  'Wartet auf': () => 'Kommune',
  'Was fehlt': (at) => `Unterlage ${at}`,
  Seit: (at) => `${String((at % 28) + 1).padStart(2, '0')}.10.2026`,
  Betreuung: () => 'lotse@verbund.example',
  'Letzter Kontakt': () => '02.11.2026',
  Notiz: (at) => `Rückruf Nummer ${at}\nzweite Zeile`,
}

export async function measure(): Promise<Figure[]> {
  const product = await startProduct()
  try {
    const { token } = JSON.parse(product.cli('token', 'create', '--email', 'programm@verbund.example', '--json')) as {
      token: string
    }
    const headers = { authorization: `Bearer ${token}` }
    const listed = await fetch(`${product.base}/api/v1/programmes?limit=200`, { headers })
    const { items } = (await listed.json()) as { items: { id: string; key: string }[] }
    const programmeId = items.find(({ key }) => key === 'sicherkommunal')?.id ?? ''
    const template = await fetch(`${product.base}/api/v1/programmes/${programmeId}/template.xlsx`, { headers })
    const book = await filled(Buffer.from(await template.arrayBuffer()))
    const dryRun = async (): Promise<void> => {
      const form = new FormData()
      form.set('file', new Blob([book]), 'programm.xlsx')
      form.set('programmeId', programmeId)
      form.set('addUnknown', '1')
      const reply = await fetch(`${product.base}/api/v1/enrollments/import?dryRun=1`, {
        method: 'POST',
        headers,
        body: form,
      })
      const { added, refused } = (await reply.json()) as { added: number; refused: unknown[] }
      if (added !== municipalities || refused.length > 0)
        throw new Error(`the dry run adds ${added}, refuses ${refused.length}`)
    }
    const bare = async (): Promise<void> => void (await readAllSheets(Buffer.from(book)))
    const [ours, least]: [number[], number[]] = [[], []]
    for (let round = 0; round < rounds + 3; round++) {
      const times = [await timed(dryRun), await timed(bare)] as const
      if (round < 3) continue
      ours.push(times[0])
      least.push(times[1])
    }
    return [
      figure(
        'initial load',
        'ms: dry run of 133 × 40 / bare reading of the sheet (goal 20)',
        quantile(ours, 0.5),
        'ms',
        quantile(least, 0.5),
      ),
    ]
  } finally {
    await product.stop()
  }
}

/** The form's list of municipalities, filled in, with as many columns of one's own as are missing to forty. */
async function filled(template: Buffer): Promise<Uint8Array<ArrayBuffer>> {
  const sheets = await readAllSheets(template)
  const known = (sheets.find(({ sheet }) => sheet === 'Stand')?.data[0] ?? []).map(String)
  const names = [...known, ...Array.from({ length: columns - known.length }, (_, at) => `Eigene Spalte ${at + 1}`)]
  return writeWorkbook([
    {
      name: 'Stand',
      columns: names.map((header) => ({ header, width: 20 })),
      rows: Array.from({ length: municipalities }, (_, at) =>
        names.map((name) => values[name]?.(at + 1) ?? (name.startsWith('Eigene') ? `Angabe ${at}` : '')),
      ),
    },
  ])
}

async function timed(work: () => Promise<void>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}
