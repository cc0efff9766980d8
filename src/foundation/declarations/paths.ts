/** Where people are sent by what they are told. */
export const interestsPath = (programmeId: string): string => `/programme-im-verbund/${programmeId}/interessen`
export const roadPath = (enrollmentId: string): string => `/teilnahmen/${enrollmentId}`
export const declarationPath = (enrollmentId: string): string => `/teilnahmen/${enrollmentId}/erklaerung`
export const letterPath = (enrollmentId: string): string => `/teilnahmen/${enrollmentId}/zulassung.pdf`
export const agreementsPath = (enrollmentId: string): string => `/teilnahmen/${enrollmentId}/vereinbarungen`
