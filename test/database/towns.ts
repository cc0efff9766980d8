// A list of municipalities as large as the real one, made up here: 11 / 3 / 101 / 18.
const kinds: [count: number, type: string, digits: number][] = [
  [11, 'Landkreis', 5],
  [3, 'kreisfreie Stadt', 9],
  [101, 'Einheitsgemeinde', 12],
  [18, 'Verbandsgemeinde', 9],
]

const header = 'ars;ags;name;typ;kreis;einwohner'

export const townCount = 133

/** Lines of the CSV; the same keys and names each time, `population` for all. */
export const townLines = (population = 5000): string[] =>
  kinds.flatMap(([count, type, digits], kind) =>
    Array.from({ length: count }, (_, at) => {
      const ars = `${kind + 1}${String(at + 1).padStart(4, '0')}`.padEnd(digits, '0')
      return `${ars};;${type} ${at + 1};${type};Kreis;${population}`
    }),
  )

export const townList = (lines: readonly string[]): string => [header, ...lines].join('\n')
