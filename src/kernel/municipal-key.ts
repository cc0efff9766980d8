/** Official keys: ARS of a county has 5 digits, of a municipality or Verbandsgemeinde 9, in full 12; AGS has 8. Never matched by prefix. */
export const isArs = (text: string): boolean => /^(\d{5}|\d{9}|\d{12})$/.test(text)
export const isAgs = (text: string): boolean => /^\d{8}$/.test(text)
