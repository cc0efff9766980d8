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
const looks = { value: { line: 14, letter: 7.6 }, name: { line: 12.5, letter: 5.8 } } as const
const margin = 1.5

/** An area with its outline; where a horizontal line is inside of it is worked out once. */
interface Shape extends LabelArea {
  rings: readonly Ring[]
  inside: Map<number, [number, number][]>
}

/**
 * Name and value of each area where they stand inside its outline and on no other label: both, or the name alone, or the value
 * alone, or nothing. The largest areas choose first. Answers in the order of the areas.
 */
export function placeLabels(areas: readonly LabelArea[]): LabelLine[][] {
  const shapes = areas.map((area, at) => ({ ...area, at, rings: ringsOf(area.path), inside: new Map() }))
  const placed: LabelLine[][] = areas.map(() => [])
  const taken: Box[] = []
  for (const shape of shapes.toSorted((one, other) => sizeOf(other.rings) - sizeOf(one.rings))) {
    const found = firstFitting(shape, taken)
    if (!found) continue
    taken.push(found.box)
    placed[shape.at] = found.lines
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

function firstFitting(area: Shape, taken: readonly Box[]) {
  for (const lines of wordings(area)) {
    for (const [across, down] of shifts) {
      const found = fitAt(area, lines, { x: area.x + across, y: area.y + down }, taken)
      if (found) return found
    }
  }
  return
}

const steps = (reach: number, step: number): number[] =>
  Array.from({ length: (2 * reach) / step + 1 }, (_, at) => at * step - reach)

/** Around the middle of an area, the nearest first. */
const shifts = steps(36, 12)
  .flatMap((across) => steps(60, 4).map((down) => [across, down] as const))
  .toSorted((one, other) => Math.hypot(...one) - Math.hypot(...other))

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

function fitAt(area: Shape, lines: readonly Line[], middle: { x: number; y: number }, taken: readonly Box[]) {
  const height = lines.reduce((sum, { kind }) => sum + looks[kind].line, 0)
  const top = middle.y - height / 2
  let [left, right, y] = [-Infinity, Infinity, top]
  const placed: { line: Line; from: number; half: number }[] = []
  for (const line of lines) {
    const half = (line.text.length * looks[line.kind].letter) / 2 + margin
    const room = roomBetween(area, middle.x, y, y + looks[line.kind].line)
    if (!room) return
    left = Math.max(left, room.left + half)
    right = Math.min(right, room.right - half)
    placed.push({ line, from: y, half })
    y += looks[line.kind].line
  }
  if (left > right) return
  const x = Math.min(Math.max(middle.x, left), right)
  const widest = Math.max(...placed.map(({ half }) => half))
  const box = { left: x - widest, right: x + widest, top, bottom: y }
  if (taken.some((other) => overlap(box, other))) return
  return {
    box,
    lines: placed.map(({ line, from }) => ({
      ...line,
      x: rounded(x),
      y: rounded(from + looks[line.kind].line * 0.8),
    })),
  }
}

const rounded = (value: number): number => Math.round(value * 10) / 10

const overlap = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom

/** The widest band inside of the outline that reaches from the upper to the lower line and holds x. */
function roomBetween({ rings, inside }: Shape, x: number, top: number, bottom: number) {
  let [left, right] = [-Infinity, Infinity]
  for (let y = Math.floor(top / 2) * 2; y <= bottom; y += 2) {
    const there = inside.get(y) ?? crossings(rings, y)
    inside.set(y, there)
    const own = there.find(([from, to]) => from <= x && x <= to)
    if (!own) return
    left = Math.max(left, own[0])
    right = Math.min(right, own[1])
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
