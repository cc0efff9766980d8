import { localDay } from '#kernel/local-day.ts'
import { isRefusal, refuse } from '#kernel/outcome.ts'
import { notFound, redirect } from '#platform/http/answer.ts'
import { type PageRoute, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import { onLed } from '../on-programme.ts'
import { programmeRoutes } from '../routes.ts'
import { addStaff } from '../staff/add-staff.ts'
import { endStaff } from '../staff/end-staff.ts'
import { findStaff } from '../staff/queries.ts'
import { staffInput } from '../staff/schemas.ts'
import { functionInWords } from '../staff/staff.ts'
import { programmePage } from './programme.tsx'

/** Naming who leads a programme or guides in it, and ending it. */
export const staffPages: PageRoute[] = [
  submit(programmeRoutes.staff, (ctx, { params, form }) =>
    onLed(ctx, params['id'], async (programme) => {
      const [what, personId] = (form['personId'] ?? '').split(':')
      const wanted = personId
        ? parse(staffInput, { function: what, personId }, 'Benannt ist noch niemand')
        : refuse('Benannt ist noch niemand. Bitte ändern Sie eine Angabe.', [
            { path: 'personId', message: 'Bitte wählen Sie eine Person aus.' },
          ])
      const named = isRefusal(wanted) ? wanted : await addStaff(ctx, programme, wanted)
      if (isRefusal(named)) return programmePage(ctx, programme, { refusal: named, typed: form })
      return redirect(programmeRoutes.show.href({ id: programme.id }), 'Die Person ist benannt.')
    }),
  ),
  submit(programmeRoutes.endStaff, (ctx, { params }) =>
    onLed(ctx, params['id'], async (programme) => {
      const staff = await findStaff(ctx.db, programme.id, params['staff'] ?? '', localDay(ctx.now).toString())
      if (!staff) return notFound('Diese Person ist hier nicht mehr benannt.')
      await endStaff(ctx, programme, staff)
      return redirect(
        programmeRoutes.show.href({ id: programme.id }),
        `${functionInWords(staff.function)} durch ${staff.name ?? 'diese Person'} ist beendet.`,
      )
    }),
  ),
]
