import type { Text } from '@samtale/policy'

export const overviewWords = {
  lead: {
    en: 'What needs you is first. Nothing here shows what anybody says or writes.',
    nb: 'Det som trenger deg, står først. Ingenting her viser hva noen sier eller skriver.',
    sv: 'Det som behöver dig står först. Inget här visar vad någon säger eller skriver.',
  },
  attention: { en: 'Needs you', nb: 'Trenger deg', sv: 'Behöver dig' },
  allWell: {
    en: 'Nothing waits for you. Everything is answered, told and in time.',
    nb: 'Ingenting venter på deg. Alt er besvart, varslet og i tide.',
    sv: 'Inget väntar på dig. Allt är besvarat, meddelat och i tid.',
  },
  asItIs: { en: 'As it is now', nb: 'Slik det er nå', sv: 'Som det är nu' },
  late: { en: 'requests late', nb: 'krav over fristen', sv: 'begäranden för sent' },
  open: { en: 'requests open', nb: 'åpne krav', sv: 'öppna begäranden' },
  reports: { en: 'reports to decide', nb: 'meldinger å avgjøre', sv: 'anmälningar att avgöra' },
  appeals: { en: 'appeals to decide', nb: 'klager å avgjøre', sv: 'överklaganden att avgöra' },
  breaches: {
    en: 'breaches past their 72 hours',
    nb: 'brudd over 72 timer',
    sv: 'incidenter över 72 timmar',
  },
  breachesRunning: {
    en: 'breaches with the clock running',
    nb: 'brudd der klokken går',
    sv: 'incidenter där klockan går',
  },
  holds: { en: 'holds to look at again', nb: 'sperrer å se på igjen', sv: 'spärrar att se över' },
  failedMail: { en: 'mails given up', nb: 'e-poster gitt opp', sv: 'mejl som gavs upp' },
  waitingMail: { en: 'mails on their way', nb: 'e-poster på vei', sv: 'mejl på väg' },
  calls: { en: 'calls', nb: 'samtaler', sv: 'samtal' },
  people: { en: 'people in calls', nb: 'mennesker i samtaler', sv: 'människor i samtal' },
} as const satisfies Record<string, Text>
