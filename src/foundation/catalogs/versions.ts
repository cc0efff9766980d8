/** How a version is compared with another: figures as figures, so that 1.10 comes after 1.9 and a later day after an earlier one. */
const compare = new Intl.Collator('en', { numeric: true }).compare

/** Which of some versions of one catalog is the newest: by what it calls itself, else by when it was imported (they come last first). */
export function newestOf<Version extends { version: string }>(versions: readonly Version[]): Version | undefined {
  return versions.reduce<Version | undefined>(
    (best, one) => (best === undefined || compare(one.version, best.version) > 0 ? one : best),
    undefined,
  )
}

/** Two versions, the older one first: by what they call themselves, else by when they were imported. */
export const inTime = <Version extends { id: string; version: string }>(
  one: Version,
  other: Version,
): [Version, Version] =>
  (compare(one.version, other.version) || (one.id < other.id ? -1 : 1)) < 0 ? [one, other] : [other, one]

/** BSI writes the instant to the microsecond; the day is what people compare. */
export const shortVersion = (version: string): string =>
  /^\d{4}-\d\d-\d\dT/.test(version) ? version.slice(0, 10) : version
