/** The policies that were read, by the number that requirements know them by, and the profile that says what each says. */
export const policies = {
  '000': { profile: 'huddly', about: 'Huddly, meeting cameras' },
  '001': { profile: 'whereby', about: 'Whereby, video meetings' },
  '002': { profile: 'no-isolation', about: 'No Isolation, a screen for families and a robot for pupils' },
  '003': { profile: 'klikk', about: 'Klikk, hosting' },
  '004': { profile: 'nameless', about: 'a video platform without a name' },
} as const

export type PolicyNumber = keyof typeof policies

export const policyNumbers: readonly PolicyNumber[] = ['000', '001', '002', '003', '004']
