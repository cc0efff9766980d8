import { z } from 'zod'
import { idSchema, listOf } from '#platform/http/parse.ts'
import { day } from '../schemas.ts'
import { staffFunctions } from './staff.ts'

export const staffInput = z
  .object({
    personId: idSchema,
    function: z.enum(staffFunctions, { error: 'Bitte wählen Sie aus: Leitung oder Betreuung.' }),
  })
  .strict()
  .meta({ id: 'StaffInput' })

const staffOut = z
  .object({
    id: idSchema,
    personId: idSchema,
    name: z.string().nullable().meta({ description: 'Null where the asker may not read the name' }),
    function: z.enum(staffFunctions),
    from: day,
  })
  .meta({ id: 'ProgrammeStaff' })

export const staffList = listOf(staffOut)
