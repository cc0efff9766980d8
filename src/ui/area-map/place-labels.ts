/** What a label is made for: the outline, where its middle is, and the words. */
export interface LabelArea {
  name: string
  /** SVG's words, absolute and straight: M, L and Z only. */
  path: string
  x: number
  y: number
  value: string
}

export interface LabelLine {
  text: string
  kind: 'value' | 'name'
  x: number
  /** Of the baseline. */
  y: number
}

interface Box {
  left: number
  right: number
  top: number
  bottom: number
}
type Ring = [number, number][]

// Fira Sans in units of the drawing: size, height of a line, and the average width of a letter, rather too wide than too narrow.
const looks = { value: { line: 15, letter: 7.6 }, name: { line: 12.5, letter: 5.9 } } as const
const margin = 2
const [step, reach] = [4, 60]

/**
 * Name and value of each area where they stand inside its outline and on no other label: both, or the name alone, or the value
 * alone, or nothing. The largest areas choose first. Answers in the order of the areas.
 */
export function placeLabels(areas: readonly LabelArea[]): LabelLine[][] {
  const outlines = areas.map((area, at) => ({ area, at, rings: ringsOf(area.path) }))
  const placed: LabelLine[][] = areas.map(() => [])
  const taken: Box[] = []
  for (const { area, at, rings } of outlines.toSorted((one, other) => sizeOf(other.rings) - sizeOf(one.rings))) {
    const found = firstFitting(area, rings, taken)
    if (!found) continue
    taken.push(found.box)
    placed[at] = found.lines
  }
  return placed
}

/** The rings of a path of straight lines. */
export const ringsOf = (path: string): Ring[] =>
  path
    .split('M')
    .map((part) =>
      [...part.matchAll(/(-?[0-9.]+)[ ,]+(-?[0-9.]+)/g)].map(([, x, y]): [number, number] => [Number(x), Number(y)]),
    )
    .filter((ring) => ring.length > 2)

const sizeOf = (rings: readonly Ring[]): number =>
  rings.reduce(
    (sum, ring) =>
      sum +
      Math.abs(
        ring.reduce((area, [x, y], at) => {
          const [nextX, nextY] = ring[(at + 1) % ring.length] ?? [x, y]
          return area + x * nextY - nextX * y
        }, 0),
      ),
    0,
  )

type Line = Pick<LabelLine, 'text' | 'kind'>

function firstFitting(area: LabelArea, rings: readonly Ring[], taken: readonly Box[]) {
  for (const lines of wordings(area)) {
    for (const shift of shifts) {
      const found = fitAt(area, lines, area.y + shift, rings, taken)
      if (found) return found
    }
  }
  return
}

const shifts = Array.from({ length: (2 * reach) / step + 1 }, (_, at) => (at % 2 ? -1 : 1) * Math.ceil(at / 2) * step)

function wordings({ name, value }: LabelArea): Line[][] {
  const lines = (kind: Line['kind'], texts: string[]) => texts.filter(Boolean).map((text): Line => ({ text, kind }))
  const values = lines('value', [value])
  const names = [lines('name', [name]), lines('name', broken(name))]
  return [...names.map((own) => [...values, ...own]), ...names, values].filter((own) => own.length > 0)
}

/** A long name on two lines, divided after the space or hyphen nearest to its middle. */
function broken(name: string): string[] {
  const gaps = [...name.matchAll(/[ -]/g)].map(({ index }) => index + 1)
  const [gap] = gaps.toSorted((one, other) => Math.abs(one - name.length / 2) - Math.abs(other - name.length / 2))
  return gap === undefined ? [name] : [name.slice(0, gap).trimEnd(), name.slice(gap)]
}

function fitAt(area: LabelArea, lines: readonly Line[], middle: number, rings: readonly Ring[], taken: readonly Box[]) {
  const width = Math.max(...lines.map(({ text, kind }) => text.length * looks[kind].letter)) + 2 * margin
  const height = lines.reduce((sum, { kind }) => sum + looks[kind].line, 0)
  const [top, bottom] = [middle - height / 2, middle + height / 2]
  const room = roomBetween(rings, area.x, top - margin, bottom + margin)
  if (!room || room.right - room.left < width) return
  const x = Math.min(Math.max(area.x, room.left + width / 2), room.right - width / 2)
  const box = { left: x - width / 2, right: x + width / 2, top, bottom }
  if (taken.some((other) => overlap(box, other))) return
  let line = top
  const placed = lines.map(({ text, kind }) => {
    line += looks[kind].line
    return { text, kind, x: rounded(x), y: rounded(line - looks[kind].line * 0.25) }
  })
  return { box, lines: placed }
}

const rounded = (value: number): number => Math.round(value * 10) / 10

const overlap = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom

/** The widest band inside of the outline that reaches from the upper to the lower line and holds x. */
function roomBetween(rings: readonly Ring[], x: number, top: number, bottom: number) {
  let [left, right] = [-Infinity, Infinity]
  for (let y = top; y <= bottom; y += 2) {
    const inside = crossings(rings, y).find(([from, to]) => from <= x && x <= to)
    if (!inside) return
    left = Math.max(left, inside[0])
    right = Math.min(right, inside[1])
  }
  return { left, right }
}

/** Where a horizontal line is inside of the rings, holes left out. */
function crossings(rings: readonly Ring[], y: number): [number, number][] {
  const at = rings
    .flatMap((ring) =>
      ring.flatMap(([x, ownY], index) => {
        const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [x, ownY]
        return ownY > y === nextY > y ? [] : [x + ((y - ownY) / (nextY - ownY)) * (nextX - x)]
      }),
    )
    .toSorted((one, other) => one - other)
  return at.flatMap((from, index) =>
    index % 2 === 0 && at[index + 1] !== undefined ? [[from, at[index + 1] ?? from]] : [],
  )
}
