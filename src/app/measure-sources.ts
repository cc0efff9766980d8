import type { SourceKind } from '#foundation/measures/index.ts'
import { controlSource } from '#domains/security/assessments/index.ts'
import { participationSources } from '#domains/security/participation/index.ts'

/** Everything that measures come from; what no module keeps yet is known by the words it was linked with. */
export const measureSources: readonly SourceKind[] = [
  controlSource,
  ...participationSources,
  { type: 'resolution', title: 'Beschluss' },
  { type: 'agenda', title: 'Digitale Agenda' },
]
