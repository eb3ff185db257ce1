import type { Text } from '@samtale/policy'
import type { ProviderFailure } from './provider.ts'

/** What is said on the way to an identity provider and back. */
export const providerWords = {
  leaving: { en: 'On to', nb: 'Videre til', sv: 'Vidare till' },
  leavingLead: {
    en: 'You sign in there, and come back. If nothing happens, use the button.',
    nb: 'Du logger på der, og kommer tilbake. Skjer det ingenting, bruker du knappen.',
    sv: 'Du loggar in där och kommer tillbaka. Händer ingenting använder du knappen.',
  },
  goOn: { en: 'Continue', nb: 'Fortsett', sv: 'Fortsätt' },
  signedIn: { en: 'You are signed in', nb: 'Du er logget på', sv: 'Du är inloggad' },
  failed: { en: 'That didn’t work', nb: 'Det gikk ikke', sv: 'Det gick inte' },
  again: { en: 'Back to signing in', nb: 'Tilbake til påloggingen', sv: 'Tillbaka till inloggningen' },
  tooMany: {
    en: 'That was too often for so short a time. Wait some minutes, then try again.',
    nb: 'Det var for mange ganger på så kort tid. Vent noen minutter, og prøv igjen.',
    sv: 'Det var för många gånger på så kort tid. Vänta några minuter och försök igen.',
  },
} as const satisfies Record<string, Text>

export const failureWords: Readonly<Record<ProviderFailure, Text>> = {
  denied: {
    en: 'You stopped signing in there, so nothing was done. You can try again, or get a code instead.',
    nb: 'Du avbrøt påloggingen der, så ingenting er gjort. Du kan prøve igjen, eller få en kode i stedet.',
    sv: 'Du avbröt inloggningen där, så inget har gjorts. Du kan försöka igen, eller få en kod i stället.',
  },
  down: {
    en: 'It doesn’t answer at the moment. Wait a while, or get a code instead.',
    nb: 'Den svarer ikke akkurat nå. Vent litt, eller få en kode i stedet.',
    sv: 'Den svarar inte just nu. Vänta en stund, eller få en kod i stället.',
  },
  'no-address': {
    en: 'It doesn’t vouch for an e-mail address of yours, and we need one. Confirm your address there, or get a code instead.',
    nb: 'Den går ikke god for noen e-postadresse du har, og vi trenger en. Bekreft adressen din der, eller få en kode i stedet.',
    sv: 'Den går inte i god för någon e-postadress som du har, och vi behöver en. Bekräfta din adress där, eller få en kod i stället.',
  },
  refused: {
    en: 'What came back can’t be trusted, or is too old. Begin again, in one window.',
    nb: 'Det som kom tilbake, er ikke til å stole på, eller for gammelt. Begynn på nytt, i ett vindu.',
    sv: 'Det som kom tillbaka går inte att lita på, eller är för gammalt. Börja om, i ett fönster.',
  },
}
