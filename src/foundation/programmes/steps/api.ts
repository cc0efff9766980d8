import { z } from 'zod'
import { isRefusal, type Outcome } from '#kernel/outcome.ts'
import { type Answer, notFound, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import { idSchema } from '#platform/http/parse.ts'
import { programmeExample as example } from '../examples.ts'
import { onLed } from '../on-programme.ts'
import { programmeReply } from '../programme-reply.ts'
import { key, programmeOut } from '../schemas.ts'
import { addStep } from './add-step.ts'
import { changeStep } from './change-step.ts'
import { removePhase } from './remove-phase.ts'
import { removeStep } from './remove-step.ts'
import { newStep, phaseChange, stepDefinitionChange } from './schemas.ts'
import { setPhase } from './set-phase.ts'

const shared = {
  who: 'Who leads the programme',
  tag: 'Programmes',
  problems: { 403: 'Only who leads the programme' },
} as const

const reply = { status: 200, description: 'The programme as it is now', schema: programmeOut, example } as const

/** The road of a programme: its phases and steps. */
export const stepOperations: Operation[] = [
  operation({
    ...shared,
    method: 'post',
    path: '/programmes/{id}/steps',
    id: 'addProgrammeStep',
    title: 'einem Programm einen Schritt hinzufügen',
    summary: 'Add a step; roads that exist get it open, or not needed where everything that follows is over',
    params: z.object({ id: idSchema }),
    body: newStep,
    bodyExample: {
      phaseKey: 'entry',
      after: 'interest',
      title: 'Beschluss',
      duty: 'Beschluss fassen',
      acts: 'organization',
      needs: [],
      isOptional: false,
      byDeed: false,
      byDeadline: false,
      typicalDays: 7,
    },
    reply: { ...reply, status: 201 },
    work: (ctx, { params, body }) =>
      onLed(ctx, params.id, async (programme) => {
        const added = await addStep(ctx, programme, body)
        return isRefusal(added) ? unprocessable(added) : programmeReply(ctx, programme.id, 201)
      }),
  }),
  operation({
    ...shared,
    method: 'patch',
    path: '/programmes/{id}/steps/{step}',
    id: 'changeProgrammeStep',
    title: 'einen Schritt eines Programms ändern',
    summary: 'Change what is given of a step, or its place; roads that exist say it at once',
    params: z.object({ id: idSchema, step: key }),
    body: stepDefinitionChange,
    bodyExample: { duty: 'Interesse anmelden', typicalDays: 5 },
    reply,
    work: (ctx, { params, body }) =>
      onLed(ctx, params.id, async (programme) => {
        if (!programme.steps.some((step) => step.key === params.step)) return notFound()
        const changed = await changeStep(ctx, programme, params.step, body)
        return isRefusal(changed) ? unprocessable(changed) : programmeReply(ctx, programme.id)
      }),
  }),
  operation({
    ...shared,
    method: 'delete',
    path: '/programmes/{id}/steps/{step}',
    id: 'removeProgrammeStep',
    title: 'einen Schritt aus einem Programm entfernen',
    summary: 'Remove a step that nobody has begun and that no other one needs',
    params: z.object({ id: idSchema, step: key }),
    reply,
    work: (ctx, { params }) =>
      onLed(ctx, params.id, async (programme) =>
        gone(ctx, programme.id, await removeStep(ctx, programme, params.step)),
      ),
  }),
  operation({
    ...shared,
    method: 'put',
    path: '/programmes/{id}/phases/{phase}',
    id: 'setProgrammePhase',
    title: 'eine Phase eines Programms anlegen oder ändern',
    summary: 'Add a phase, name it anew, or put it at another place with its steps',
    params: z.object({ id: idSchema, phase: key }),
    body: phaseChange,
    bodyExample: { title: 'Anmeldung' },
    reply,
    work: (ctx, { params, body }) =>
      onLed(ctx, params.id, async (programme) => {
        const set = await setPhase(ctx, programme, params.phase, body)
        return isRefusal(set) ? unprocessable(set) : programmeReply(ctx, programme.id)
      }),
  }),
  operation({
    ...shared,
    method: 'delete',
    path: '/programmes/{id}/phases/{phase}',
    id: 'removeProgrammePhase',
    title: 'eine leere Phase aus einem Programm entfernen',
    summary: 'Remove a phase without steps',
    params: z.object({ id: idSchema, phase: key }),
    reply,
    work: (ctx, { params }) =>
      onLed(ctx, params.id, async (programme) =>
        gone(ctx, programme.id, await removePhase(ctx, programme, params.phase)),
      ),
  }),
]

const gone = (ctx: Context, id: string, outcome: Outcome<'removed' | 'none'>): Promise<Answer> | Answer => {
  if (isRefusal(outcome)) return unprocessable(outcome)
  return outcome === 'none' ? notFound() : programmeReply(ctx, id)
}
