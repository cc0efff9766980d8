// Outlines for tests: one square degree beside the other.

export const squares = (...names: string[]) => ({
  type: 'FeatureCollection',
  features: names.map((name, at) => ({
    type: 'Feature',
    properties: { ARS: String(15_981 + at), GEN: name },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [10 + at, 51],
          [11 + at, 51],
          [11 + at, 52],
          [10 + at, 52],
          [10 + at, 51],
        ],
      ],
    },
  })),
})

export const mapForm = (
  outlines: unknown,
  said: Record<string, string> = { title: 'Landkreise', attribution: '© Vermessung der Vorführung' },
): FormData => {
  const form = new FormData()
  form.set('file', new Blob([typeof outlines === 'string' ? outlines : JSON.stringify(outlines)]), 'kreise.geojson')
  for (const [name, value] of Object.entries(said)) form.set(name, value)
  return form
}
