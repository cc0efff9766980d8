import type { Moved, MigrationPlan } from './plan-migration.ts'
import type { Undone } from './undo-migration.ts'

const side = (control: { id: string; title: string } | null) => control && { id: control.id, title: control.title }

const part = (items: readonly Moved[]) => ({
  count: items.length,
  items: items.map(({ before, after, answered, changes }) => ({
    before: side(before),
    after: side(after),
    answered,
    changes: [...changes],
  })),
})

export const planJson = (plan: MigrationPlan) => ({
  same: part(plan.same),
  renumbered: part(plan.renumbered),
  changed: part(plan.changed),
  lost: part(plan.lost),
  new: part(plan.new),
})

export const undoneJson = ({ assessmentId, carriedBack, left }: Undone) => ({
  assessmentId,
  undone: true as const,
  carriedBack,
  left,
})
