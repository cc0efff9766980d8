import type { SpotCheck, SpotCheckVersion } from './spot-check.ts'

export const spotCheckJson = (check: SpotCheck) => ({
  id: check.id,
  enrollmentId: check.enrollmentId,
  organizationId: check.organizationId,
  number: check.number,
  ...versionJson(check),
  earlier: check.earlier.map(versionJson),
  comments: check.comments.map(({ id, version, text, writtenBy, writtenAt }) => ({
    id,
    version,
    text,
    writtenBy,
    writtenAt: writtenAt.toString(),
  })),
})

const versionJson = (version: SpotCheckVersion) => ({
  version: version.version,
  object: version.object,
  what: version.what,
  expected: version.expected,
  seen: version.seen,
  result: version.result,
  evidenceNote: version.evidenceNote,
  file: version.file && {
    id: version.file.id,
    name: version.file.name,
    mediaType: version.file.mediaType,
    size: version.file.size,
  },
  control: version.control,
  checkedOn: version.checkedOn,
  reason: version.reason,
  writtenBy: version.writtenBy,
  writtenAt: version.writtenAt.toString(),
})
