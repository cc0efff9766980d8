import { z } from 'zod'
import { idSchema, listOf, listQuery, textSchema } from '#platform/http/parse.ts'
import { actors, fits, lacks } from './lack.ts'

const amount = z.int().meta({ description: 'Cents, gross' })

const filterFields = {
  lack: z.enum(lacks).optional(),
  acts: z.enum(actors).optional().meta({ description: 'Who must act' }),
  fit: z.enum(fits).optional().meta({ description: 'Whether what is usual still fits until the deadline' }),
  county: textSchema(200).optional(),
  search: textSchema(200).optional().meta({ description: 'Part of the name of the municipality' }),
}

export const yearEndQuery = listQuery.extend(filterFields)

export const yearEndItem = z
  .object({
    lack: z.enum(lacks),
    orderId: idSchema,
    orderReference: z.string(),
    title: z.string(),
    organizationId: idSchema,
    organizationName: z.string(),
    county: z.string().nullable(),
    enrollmentId: idSchema,
    amountCents: amount,
    acts: z.enum(actors),
    actsId: idSchema
      .nullable()
      .meta({ description: 'The organization that must act; null where no contractor is named' }),
    actsName: z.string(),
    deed: z.string(),
    since: z.iso.datetime().nullable(),
    usualWorkingDays: z.int(),
    neededWorkingDays: z.int().meta({ description: 'Until it is settled' }),
    fit: z.enum(fits),
  })
  .meta({ id: 'YearEndItem' })

export const yearEndOut = z
  .object({
    programmeId: idSchema,
    deadline: z.iso.date().nullable().meta({ description: 'The last day, ending at 24:00 in Europe/Berlin' }),
    daysLeft: z.int().nullable().meta({ description: 'Today not included; negative when it has passed' }),
    workingDaysLeft: z.int().nullable(),
    minutesLeft: z.int().nullable(),
    municipalities: z.array(z.string()).meta({ description: 'Names of those that still lack something' }),
    sums: z.object({
      municipalities: z.int(),
      releasedCents: amount,
      remainingCents: amount,
      plannedCents: amount,
      committedCents: amount,
      deliveredCents: amount,
      acceptedCents: amount,
      invoicedCents: amount,
      settledCents: amount,
    }),
    lacks: z.array(z.object({ lack: z.enum(lacks), municipalities: z.int(), orders: z.int(), amountCents: amount })),
    items: z.array(yearEndItem),
    next: z.string().nullable().meta({ description: 'Cursor of the next page, or null' }),
  })
  .meta({ id: 'YearEnd' })

export const reminderIn = z
  .object({
    ...filterFields,
    personIds: z.array(idSchema).max(1000).default([]).meta({ description: 'Empty: everybody who must act' }),
    again: z.boolean().default(false).meta({ description: 'Also those who were reminded today already' }),
  })
  .strict()
  .meta({ id: 'YearEndReminderWish' })

const letter = z.object({
  personId: idSchema,
  name: z.string(),
  items: z.int(),
  amountCents: amount,
  text: z.string(),
  remindedToday: z.boolean(),
})

export const reminderPreview = z
  .object({
    letters: z.array(letter),
    unreached: z.array(z.string()).meta({ description: 'Who must act and has nobody with access' }),
  })
  .meta({ id: 'YearEndReminderPreview' })

export const reminderResult = z
  .object({
    sent: z.array(letter),
    spared: z.array(letter).meta({ description: 'Left out, because they were reminded today' }),
  })
  .meta({ id: 'YearEndReminderResult' })

export const reminderOut = z
  .object({
    id: idSchema,
    organizationId: idSchema,
    organizationName: z.string(),
    personId: idSchema,
    personName: z.string().nullable(),
    day: z.iso.date(),
    items: z.int(),
    amountCents: amount,
    sentAt: z.iso.datetime(),
    sentBy: z.string().nullable(),
  })
  .meta({ id: 'YearEndReminder' })
export const reminderList = listOf(reminderOut)
