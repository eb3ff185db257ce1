import type { Text } from '@samtale/policy'
import type { Theme } from '../../pages/index.ts'

/** What the frame of the settings and the profile say. */
export const settingsWords = {
  settings: { en: 'Settings', nb: 'Innstillinger', sv: 'Inställningar' },
  profile: { en: 'Profile', nb: 'Profil', sv: 'Profil' },
  security: { en: 'Security', nb: 'Sikkerhet', sv: 'Säkerhet' },
  devices: { en: 'Devices in use', nb: 'Enheter i bruk', sv: 'Enheter i bruk' },
  privacy: { en: 'Privacy and consents', nb: 'Personvern og samtykker', sv: 'Integritet och samtycken' },
  export: { en: 'Export my data', nb: 'Hent opplysningene mine', sv: 'Hämta mina uppgifter' },
  delete: { en: 'Delete my account', nb: 'Slett kontoen min', sv: 'Radera mitt konto' },
  saved: { en: 'Saved.', nb: 'Lagret.', sv: 'Sparat.' },

  profileLead: {
    en: 'How others see you, and how pages look for you.',
    nb: 'Slik andre ser deg, og slik sidene ser ut for deg.',
    sv: 'Så ser andra dig, och så ser sidorna ut för dig.',
  },
  picture: { en: 'Picture', nb: 'Bilde', sv: 'Bild' },
  yourPicture: { en: 'Your picture', nb: 'Bildet ditt', sv: 'Din bild' },
  pictureHint: {
    en: 'JPEG, PNG, WebP or GIF, up to 10 MB. Where and with what it was taken is removed.',
    nb: 'JPEG, PNG, WebP eller GIF, opptil 10 MB. Hvor og med hva det ble tatt, blir fjernet.',
    sv: 'JPEG, PNG, WebP eller GIF, upp till 10 MB. Var och med vad den togs tas bort.',
  },
  choosePicture: { en: 'Choose a picture', nb: 'Velg et bilde', sv: 'Välj en bild' },
  sendPicture: { en: 'Use this picture', nb: 'Bruk dette bildet', sv: 'Använd den här bilden' },
  removePicture: { en: 'Remove the picture', nb: 'Fjern bildet', sv: 'Ta bort bilden' },
  name: { en: 'Name', nb: 'Navn', sv: 'Namn' },
  nameHint: {
    en: 'What others see. You can leave it empty.',
    nb: 'Det andre ser. Du kan la det stå tomt.',
    sv: 'Det som andra ser. Du kan lämna det tomt.',
  },
  language: { en: 'Language', nb: 'Språk', sv: 'Språk' },
  languageHint: {
    en: 'Of pages and mail to you.',
    nb: 'På sider og i e-post til deg.',
    sv: 'På sidor och i mejl till dig.',
  },
  languageWrong: {
    en: 'Choose one of the languages.',
    nb: 'Velg et av språkene.',
    sv: 'Välj ett av språken.',
  },
  theme: { en: 'Looks', nb: 'Utseende', sv: 'Utseende' },
  themeWrong: { en: 'Choose how pages look.', nb: 'Velg hvordan sidene ser ut.', sv: 'Välj hur sidorna ser ut.' },
  save: { en: 'Save', nb: 'Lagre', sv: 'Spara' },
  contact: { en: 'How we reach you', nb: 'Slik når vi deg', sv: 'Så når vi dig' },
  address: { en: 'E-mail address', nb: 'E-postadresse', sv: 'E-postadress' },
  noAddress: { en: 'None', nb: 'Ingen', sv: 'Ingen' },
  phone: { en: 'Phone number', nb: 'Telefonnummer', sv: 'Telefonnummer' },
  noPhone: { en: 'None', nb: 'Ingen', sv: 'Inget' },
  changePhone: { en: 'Change the phone number', nb: 'Bytt telefonnummer', sv: 'Byt telefonnummer' },
  addPhone: { en: 'Add a phone number', nb: 'Legg til et telefonnummer', sv: 'Lägg till ett telefonnummer' },
  changeAddress: { en: 'Change the e-mail address', nb: 'Bytt e-postadresse', sv: 'Byt e-postadress' },

  kept: {
    en: 'What is kept here, and until when',
    nb: 'Hva som er lagret her, og hvor lenge',
    sv: 'Vad som sparas här, och hur länge',
  },
  asThingsAre: { en: 'As things are now:', nb: 'Slik det er nå:', sv: 'Som det är nu:' },
  restricted: {
    en: 'Locked away: used for nothing but what keeps it.',
    nb: 'Låst inne: brukes ikke til noe annet enn det som gjør at vi må ha det.',
    sv: 'Inlåst: används inte till något annat än det som gör att vi måste ha det.',
  },
} as const satisfies Record<string, Text>

export const themeWords: Readonly<Record<Theme, Text>> = {
  system: { en: 'As the device', nb: 'Som enheten', sv: 'Som enheten' },
  light: { en: 'Light', nb: 'Lyst', sv: 'Ljust' },
  dark: { en: 'Dark', nb: 'Mørkt', sv: 'Mörkt' },
}
