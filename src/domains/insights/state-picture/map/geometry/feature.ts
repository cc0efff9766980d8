import type { FieldError } from '#kernel/outcome.ts'

/** Longitude and latitude in degrees, or x and y of the drawing. */
export type Point = readonly [number, number]

/** Not closed: the first point is not said again at the end. */
export type Ring = Point[]

/** An area as it came: each polygon is its outer ring and its holes. */
export interface Feature {
  key: string
  name: string
  polygons: Ring[][]
}

/** How the file says key and name of an area; without, the usual ones are tried. */
export interface Properties {
  key?: string | undefined
  name?: string | undefined
  /** Of a TopoJSON file with several objects: which of them. */
  object?: string | undefined
}

export const mostAreas = 500
/** Also after a topology has been unfolded, whose arcs may be named any number of times. */
export const mostPoints = 200_000

const mostFaults = 20

/** What is wrong in a file, each with its place; so many that they can be read. */
export class Faults {
  readonly list: FieldError[] = []
  #more = 0

  add(path: string, message: string): void {
    if (this.list.length < mostFaults) this.list.push({ path, message })
    else this.#more++
  }

  get isEmpty(): boolean {
    return this.list.length === 0
  }

  inWords(): FieldError[] {
    return this.#more === 0
      ? this.list
      : [...this.list, { path: 'file', message: `Und ${this.#more} weitere Fehler dieser Art.` }]
  }
}

export type Thing = Readonly<Record<string, unknown>>

export const isThing = (value: unknown): value is Thing =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Only what the file itself says, never what every object has. */
export const own = (thing: Thing, name: string): unknown => (Object.hasOwn(thing, name) ? thing[name] : undefined)
