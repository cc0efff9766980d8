/** Under which the installation seals the secrets of one-time codes. */
export const sealPurpose = 'second factor'
