import { sortKey } from '#kernel/sort-key.ts'
import { type AppointmentStep, appointmentSteps, keyOf } from './words.ts'

interface Steps {
  steps: readonly { key: string; title: string }[]
}

/** The steps of a programme that people meet for, as it calls them, and what belongs to none. */
export const stepTitles = ({ steps }: Steps): Partial<Record<AppointmentStep, string>> =>
  Object.fromEntries(
    Object.entries(appointmentSteps).flatMap(([step, word]) => {
      const title = step === 'other' ? word : steps.find(({ key }) => key === step)?.title
      return title === undefined ? [] : [[step, title]]
    }),
  )

/** The step that a word means in this programme. */
export function stepNamed(programme: Steps, text: string): AppointmentStep | undefined {
  const titles = stepTitles(programme) as Record<AppointmentStep, string>
  const others = (Object.keys(titles) as AppointmentStep[]).map((step) => [sortKey(appointmentSteps[step]), step])
  return keyOf(titles, text, Object.fromEntries(others) as Record<string, AppointmentStep>)
}

/** Where nothing is said of a step: the one that is called like the date. */
export const stepOfTitle = (programme: Steps, title: string): AppointmentStep => stepNamed(programme, title) ?? 'other'
