import type { Text } from '@samtale/policy'

/** What stands under every mail. */
export const mailWords = {
  privacy: {
    en: 'How we use personal data',
    nb: 'Slik bruker vi personopplysninger',
    sv: 'Så använder vi personuppgifter',
  },
  unsubscribe: {
    en: 'Unsubscribe',
    nb: 'Meld deg av',
    sv: 'Avsluta prenumerationen',
  },
} as const satisfies Record<string, Text>
