import { z } from 'zod'
import { idSchema } from '#platform/http/parse.ts'
import { attendanceStates } from './attendance.ts'

const entry = z
  .object({
    registrationId: idSchema,
    state: z.enum(attendanceStates),
    taskDone: z.boolean().default(false).meta({ description: 'Excused, and the substitute task is done: counts' }),
  })
  .strict()

export const attendanceIn = z
  .object({ dateId: idSchema, entries: z.array(entry).min(1).max(5000) })
  .strict()
  .meta({ id: 'AttendanceInput' })

export const attendanceOut = z
  .object({
    eventId: idSchema,
    passPercent: z.int().nullable(),
    items: z.array(
      z.object({
        registrationId: idSchema,
        name: z.string(),
        organization: z.string().nullable(),
        attended: z.int(),
        of: z.int().meta({ description: 'Dates that were not called off' }),
        percent: z.number().meta({ description: 'Rounded to one decimal place' }),
        verdict: z.enum(['passed', 'failed', 'open']).nullable().meta({ description: 'Null: no certificate' }),
        text: z.string().meta({ description: 'In German' }),
        dates: z.array(
          z.object({
            dateId: idSchema,
            state: z.enum(attendanceStates),
            taskDone: z.boolean(),
            how: z.enum(['list', 'code']),
            recordedAt: z.iso.datetime(),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'Attendance' })

export const checkInCodeOut = z
  .object({ code: z.string(), closesAt: z.iso.datetime(), address: z.string().meta({ description: 'Of the page' }) })
  .meta({ id: 'CheckInCode' })

export const code = z
  .string()
  .transform((text) => text.replaceAll(/\s/g, ''))
  .pipe(z.string().regex(/^[0-9]{6}$/, 'Der Code hat sechs Ziffern.'))

export const checkInIn = z
  .object({
    code: z.string().max(20).meta({ description: 'Six figures, as shown in the room' }),
    email: z.string().max(254).default('').meta({ description: 'Of a guest; not needed by those signed in' }),
  })
  .strict()
  .meta({ id: 'CheckInInput' })
