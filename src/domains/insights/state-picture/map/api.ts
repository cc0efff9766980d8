import { isRefusal } from '#kernel/outcome.ts'
import { json, notFound, unprocessable } from '#platform/http/answer.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import { parse } from '#platform/http/parse.ts'
import { may } from './access.ts'
import { importMap } from './import-map.ts'
import { matchAreas } from './match-areas.ts'
import { mapUploadLimit, prepareMap } from './prepare-map.ts'
import { type CountyMap, currentMap, listCounties } from './queries.ts'
import { mapExample, mapOut, mapParts } from './schemas.ts'

const tag = 'State picture'

export const mapOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/maps/current',
    id: 'getCurrentMap',
    title: 'die Karte des Landesbildes',
    summary: 'Outlines of the counties, as the state picture draws them',
    who: 'Everybody signed in',
    tag,
    reply: { status: 200, description: 'The newest map', schema: mapOut, example: mapExample },
    work: async (ctx) => {
      const map = await currentMap(ctx.db)
      return map ? json(mapJson(map, await listCounties(ctx.db))) : notFound('Es ist noch keine Karte eingelesen.')
    },
  }),
  operation({
    method: 'post',
    path: '/maps',
    id: 'importMap',
    title: 'Umrisse der Landkreise aus einer Datei einlesen (GeoJSON, TopoJSON)',
    summary: 'Import the outlines of the counties; the same again is the same map',
    who: 'Programme manager',
    tag,
    upload: 'GeoJSON (FeatureCollection) or TopoJSON in WGS 84, at most 5 MB',
    parts: mapParts,
    bodyLimit: mapUploadLimit,
    guard: may.importMap,
    prepare: prepareMap,
    problems: { 403: 'Only the programme manager imports maps', 413: 'Over 5 MB' },
    reply: {
      status: 201,
      description: 'The map, new or already there (then 200)',
      schema: mapOut,
      example: mapExample,
    },
    work: async (ctx, { request }, { outlines }) => {
      if (isRefusal(outlines)) return unprocessable(outlines)
      const parts = parse(mapParts, request.form, 'Die Karte ist nicht eingelesen')
      if (isRefusal(parts)) return unprocessable(parts)
      const imported = await importMap(ctx, outlines, parts)
      if (isRefusal(imported)) return unprocessable(imported)
      const map = await currentMap(ctx.db)
      if (!map) throw new Error('the map that was imported is not visible')
      const location = '/api/v1/maps/current'
      return json(mapJson(map, await listCounties(ctx.db)), imported.isNew ? 201 : 200, { location })
    },
  }),
]

function mapJson(map: CountyMap, counties: readonly string[]) {
  const match = matchAreas(
    map.areas,
    counties.map((key) => ({ key })),
  )
  return {
    id: map.id,
    title: map.title,
    attribution: map.attribution,
    isSchematic: map.isSchematic,
    width: map.width,
    height: map.height,
    sha256: map.sha256,
    importedAt: map.importedAt.toString(),
    areas: map.areas.map(({ key, name, path, x, y }) => ({ key, name, path, x, y })),
    countiesWithoutArea: match.cellsWithoutArea.map(({ key }) => key),
    areasWithoutCounty: match.areasWithoutCell.map(({ name }) => name),
  }
}
