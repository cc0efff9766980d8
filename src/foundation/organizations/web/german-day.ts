/** "2021-01-01" → "01.01.2021" */
export const germanDate = (day: string): string => day.split('-').toReversed().join('.')
