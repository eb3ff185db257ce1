import { defineMailKinds } from '../../platform/mail/kinds.ts'

const service = { purpose: 'rights', basis: 'service', marketing: false, stream: 'transactional' } as const

/**
 * Mails about requests. To an address that isn't proved goes nothing that anybody wrote: with somebody else's address in
 * the form, that would be a way to send them anything.
 */
export const rightsMailKinds = defineMailKinds({
  'rights.confirm': {
    ...service,
    title: { en: 'Confirm your request', nb: 'Bekreft kravet ditt', sv: 'Bekräfta din begäran' },
    awaited: true,
    autoSubmitted: 'auto-replied',
    reason: {
      en: 'You get this because somebody asked for this with your address. If it wasn’t you, do nothing: without a confirmation nothing is done, and the request is deleted after two days.',
      nb: 'Du får dette fordi noen ba om dette med adressen din. Hvis det ikke var deg, trenger du ikke gjøre noe: uten en bekreftelse blir ingenting gjort, og kravet slettes etter to dager.',
      sv: 'Du får det här för att någon begärde detta med din adress. Om det inte var du behöver du inte göra något: utan en bekräftelse görs inget, och begäran raderas efter två dagar.',
    },
    values: { right: 'text', link: 'link' },
    subject: {
      en: 'Confirm your request: {right}',
      nb: 'Bekreft kravet ditt: {right}',
      sv: 'Bekräfta din begäran: {right}',
    },
    body: [
      {
        paragraph: {
          en: 'You asked for this right: {right}. Confirm it within two days, and it is done at once or looked at.',
          nb: 'Du ba om denne rettigheten: {right}. Bekreft innen to dager, så blir det gjort med en gang eller sett på.',
          sv: 'Du bad om den här rättigheten: {right}. Bekräfta inom två dagar, så görs det direkt eller tittas på.',
        },
      },
      { button: { en: 'Look and confirm', nb: 'Se på det og bekreft', sv: 'Titta och bekräfta' }, link: 'link' },
    ],
  },
  'rights.answer': {
    ...service,
    title: {
      en: 'Answers to your requests',
      nb: 'Svar på kravene dine',
      sv: 'Svar på dina begäranden',
    },
    autoSubmitted: 'auto-replied',
    reason: {
      en: 'You get this because you made a request about your data and confirmed it.',
      nb: 'Du får dette fordi du stilte et krav om opplysningene dine og bekreftet det.',
      sv: 'Du får det här för att du gjorde en begäran om dina uppgifter och bekräftade den.',
    },
    values: { right: 'text', reference: 'text', text: 'lines', link: 'link' },
    subject: {
      en: 'Your request: {right} ({reference})',
      nb: 'Kravet ditt: {right} ({reference})',
      sv: 'Din begäran: {right} ({reference})',
    },
    body: [
      { lines: 'text' },
      {
        paragraph: {
          en: 'The button leads to your request. Whoever has the link sees it too, so don’t pass it on.',
          nb: 'Knappen fører til kravet ditt. Alle som har lenken, ser det også, så ikke gi den videre.',
          sv: 'Knappen leder till din begäran. Alla som har länken ser den också, så ge den inte vidare.',
        },
      },
      { button: { en: 'Open the request', nb: 'Åpne kravet', sv: 'Öppna begäran' }, link: 'link' },
    ],
  },
  'rights.new-address': {
    ...service,
    title: {
      en: 'Confirm your new address',
      nb: 'Bekreft den nye adressen din',
      sv: 'Bekräfta din nya adress',
    },
    autoSubmitted: 'auto-replied',
    reason: {
      en: 'You get this because somebody asked us to use this address for them. If it wasn’t you, do nothing.',
      nb: 'Du får dette fordi noen ba oss bruke denne adressen for seg. Hvis det ikke var deg, trenger du ikke gjøre noe.',
      sv: 'Du får det här för att någon bad oss använda den här adressen för sig. Om det inte var du behöver du inte göra något.',
    },
    values: { reference: 'text', link: 'link' },
    subject: {
      en: 'Confirm this address ({reference})',
      nb: 'Bekreft denne adressen ({reference})',
      sv: 'Bekräfta den här adressen ({reference})',
    },
    body: [
      {
        paragraph: {
          en: 'You asked us to use this address from now on. Confirm it, and we do.',
          nb: 'Du ba oss bruke denne adressen fra nå av. Bekreft den, så gjør vi det.',
          sv: 'Du bad oss använda den här adressen från och med nu. Bekräfta den, så gör vi det.',
        },
      },
      { button: { en: 'Confirm', nb: 'Bekreft', sv: 'Bekräfta' }, link: 'link' },
    ],
  },
  'rights.notice': {
    ...service,
    title: {
      en: 'Word to us that a request waits',
      nb: 'Beskjed til oss om at et krav venter',
      sv: 'Besked till oss om att en begäran väntar',
    },
    autoSubmitted: 'auto-generated',
    reason: {
      en: 'You get this because this is the contact address of the installation.',
      nb: 'Du får dette fordi dette er kontaktadressen til installasjonen.',
      sv: 'Du får det här för att det här är installationens kontaktadress.',
    },
    values: { reference: 'text', due: 'text' },
    subject: {
      en: 'A request has to be answered by {due} ({reference})',
      nb: 'Et krav må besvares innen {due} ({reference})',
      sv: 'En begäran måste besvaras senast {due} ({reference})',
    },
    body: [
      {
        paragraph: {
          en: 'Read it on the server with: samtale requests show {reference}',
          nb: 'Les det på serveren med: samtale requests show {reference}',
          sv: 'Läs den på servern med: samtale requests show {reference}',
        },
      },
    ],
  },
})
