import type { Text } from '@samtale/policy'

/** What the pages about a person's data say. */
export const privacyWords = {
  lead: {
    en: 'What you agreed to, what is kept about you, and who has looked at it.',
    nb: 'Hva du har sagt ja til, hva som er lagret om deg, og hvem som har sett på det.',
    sv: 'Vad du har sagt ja till, vad som finns sparat om dig, och vem som har tittat på det.',
  },
  consents: { en: 'Consents', nb: 'Samtykker', sv: 'Samtycken' },
  noConsents: {
    en: 'Nothing here rests on a yes of yours.',
    nb: 'Ingenting her bygger på et ja fra deg.',
    sv: 'Ingenting här bygger på ett ja från dig.',
  },
  on: { en: 'On since', nb: 'På siden', sv: 'På sedan' },
  off: { en: 'Off since', nb: 'Av siden', sv: 'Av sedan' },
  never: { en: 'Off. You have never said yes.', nb: 'Av. Du har aldri sagt ja.', sv: 'Av. Du har aldrig sagt ja.' },
  elsewhere: { en: 'You say yes to it here', nb: 'Du sier ja til det her', sv: 'Du säger ja till det här' },
  always: {
    en: 'Mail that always comes',
    nb: 'E-post som alltid kommer',
    sv: 'Mejl som alltid kommer',
  },
  alwaysWhy: {
    en: 'Codes for signing in, word of changes to your account, answers to what you ask and word of changes to the policy have no switch: you ask for them, or the law or the policy promises them to you. There is nothing for sale in them.',
    nb: 'Koder for å logge på, beskjed om endringer på kontoen, svar på det du spør om, og beskjed om endringer i erklæringen har ingen bryter: du ber om dem, eller loven eller erklæringen lover deg dem. Det er ingen reklame i dem.',
    sv: 'Koder för att logga in, besked om ändringar på kontot, svar på det du frågar om och besked om ändringar i policyn har ingen brytare: du ber om dem, eller så lovar lagen eller policyn dig dem. Det finns ingen reklam i dem.',
  },
  kept: { en: 'What is kept about you', nb: 'Hva som er lagret om deg', sv: 'Vad som finns sparat om dig' },
  keptLead: {
    en: 'All of it, by the policy in force and by the records that there are.',
    nb: 'Alt sammen, ut fra erklæringen som gjelder, og det som faktisk er lagret.',
    sv: 'Alltihop, utifrån policyn som gäller och det som faktiskt finns sparat.',
  },
  policy: { en: 'The privacy policy', nb: 'Personvernerklæringen', sv: 'Integritetspolicyn' },
  rights: {
    en: 'Ask for a correction, a restriction, or object',
    nb: 'Be om retting eller begrensning, eller protester',
    sv: 'Begär rättelse eller begränsning, eller invänd',
  },
  reads: { en: 'Who of the staff looked', nb: 'Hvem i staben som har sett', sv: 'Vem i personalen som har tittat' },
  readsLead: {
    en: 'Whoever runs this service and opens what is yours has to say why first. It stands here.',
    nb: 'Den som driver tjenesten og åpner noe som er ditt, må først si hvorfor. Det står her.',
    sv: 'Den som driver tjänsten och öppnar något som är ditt måste först säga varför. Det står här.',
  },
  noReads: { en: 'Nobody has looked.', nb: 'Ingen har sett.', sv: 'Ingen har tittat.' },
  operator: { en: 'Operator', nb: 'Driftsansvarlig', sv: 'Driftsansvarig' },
  command: {
    en: 'Operator, on the server itself',
    nb: 'Driftsansvarlig, på selve serveren',
    sv: 'Driftsansvarig, på själva servern',
  },

  exportLead: {
    en: 'Everything that is kept about you, as one file: a page to read, JSON and CSV for programs, and your picture.',
    nb: 'Alt som er lagret om deg, som én fil: en side å lese, JSON og CSV for programmer, og bildet ditt.',
    sv: 'Allt som finns sparat om dig, som en fil: en sida att läsa, JSON och CSV för program, och din bild.',
  },
  exportCare: {
    en: 'The file isn’t locked. Keep it where only you can open it.',
    nb: 'Filen er ikke låst. Ta vare på den der bare du kan åpne den.',
    sv: 'Filen är inte låst. Spara den där bara du kan öppna den.',
  },
  exportNow: { en: 'Download everything', nb: 'Last ned alt', sv: 'Ladda ner allt' },
  exportHolds: { en: 'It holds', nb: 'Den inneholder', sv: 'Den innehåller' },

  deleteLead: {
    en: 'Everything that belongs to you goes at once, in backups too. This can’t be undone.',
    nb: 'Alt som hører til deg, forsvinner med det samme, også i sikkerhetskopier. Det kan ikke gjøres om.',
    sv: 'Allt som hör till dig försvinner genast, också i säkerhetskopior. Det kan inte göras ogjort.',
  },
  goes: { en: 'This goes', nb: 'Dette forsvinner', sv: 'Det här försvinner' },
  goesRooms: {
    en: 'Rooms that are yours close at once, also for people who are in them. Their links answer that the room is gone.',
    nb: 'Rom som er dine, stenger med det samme, også for dem som er i dem. Lenkene svarer at rommet er borte.',
    sv: 'Rum som är dina stängs genast, också för dem som är i dem. Länkarna svarar att rummet är borta.',
  },
  goesSessions: {
    en: 'You are signed out everywhere.',
    nb: 'Du blir logget av overalt.',
    sv: 'Du loggas ut överallt.',
  },
  stays: { en: 'This stays for now', nb: 'Dette blir værende foreløpig', sv: 'Det här blir kvar tills vidare' },
  nothingStays: { en: 'Nothing.', nb: 'Ingenting.', sv: 'Ingenting.' },
  deleteNow: { en: 'Delete it now', nb: 'Slett den nå', sv: 'Radera det nu' },
  sure: {
    en: 'Yes, delete my account and all that is mine',
    nb: 'Ja, slett kontoen min og alt som er mitt',
    sv: 'Ja, radera mitt konto och allt som är mitt',
  },
  sureWrong: {
    en: 'Tick the box first, to show that you mean it.',
    nb: 'Kryss av i boksen først, så vi vet at du mener det.',
    sv: 'Kryssa i rutan först, så att vi vet att du menar det.',
  },
  exportFirst: { en: 'Export my data first', nb: 'Hent opplysningene mine først', sv: 'Hämta mina uppgifter först' },
  deletedTitle: { en: 'Your account is deleted', nb: 'Kontoen din er slettet', sv: 'Ditt konto är raderat' },
  deletedText: {
    en: 'This is the only time that the certificate is shown: nothing is left by which we could send it to you. Save it if you want to.',
    nb: 'Attesten vises bare denne ene gangen: det er ingenting igjen vi kan sende den til deg med. Lagre den hvis du vil.',
    sv: 'Intyget visas bara den här gången: det finns inget kvar som vi kan skicka det till dig med. Spara det om du vill.',
  },
  deletedAndMailed: {
    en: 'The certificate is on its way to your address, which is deleted here as soon as the mail has left. This is the only time that it is shown.',
    nb: 'Attesten er på vei til adressen din, som slettes her så snart e-posten er sendt. Her vises den bare denne ene gangen.',
    sv: 'Intyget är på väg till din adress, som raderas här så snart mejlet har lämnat oss. Här visas det bara den här gången.',
  },
  certificate: { en: 'Certificate', nb: 'Attest', sv: 'Intyg' },
  mailCertificate: {
    en: 'Send me the certificate by e-mail, too',
    nb: 'Send meg attesten på e-post også',
    sv: 'Skicka intyget till mig via e-post också',
  },
  mailCertificateHint: {
    en: 'Your address then stays until that mail has left, for an hour or so at most. Else it goes with all the rest, and you save the certificate on the next page.',
    nb: 'Adressen din blir da liggende til e-posten er sendt, i høyst en time eller så. Ellers forsvinner den sammen med resten, og du lagrer attesten på neste side.',
    sv: 'Din adress finns då kvar tills mejlet har lämnat oss, i högst en timme eller så. Annars försvinner den med resten, och du sparar intyget på nästa sida.',
  },
  owned: {
    en: 'Organisations that only you own',
    nb: 'Organisasjoner som bare du eier',
    sv: 'Organisationer som bara du äger',
  },
  ownedLead: {
    en: 'Without you, this becomes of them. If you want something else, hand them over or delete them first.',
    nb: 'Uten deg skjer dette med dem. Vil du noe annet, overlater du dem til noen eller sletter dem først.',
    sv: 'Utan dig händer det här med dem. Om du vill något annat lämnar du över dem eller raderar dem först.',
  },
  'handed-over': {
    en: 'the admin who has been there longest becomes its owner.',
    nb: 'administratoren som har vært der lengst, blir eier.',
    sv: 'administratören som har varit där längst blir ägare.',
  },
  'deleted-later': {
    en: 'it has no admin. Its people are told, and after 30 days it is deleted with its rooms, unless somebody is found to own it.',
    nb: 'den har ingen administrator. Folkene i den får beskjed, og etter 30 dager slettes den med rommene sine, hvis det ikke finnes noen til å eie den.',
    sv: 'den har ingen administratör. De som är med i den får besked, och efter 30 dagar raderas den med sina rum, om ingen finns som kan äga den.',
  },
  deleted: {
    en: 'nobody else is in it. It is deleted with your account, and its rooms with it.',
    nb: 'ingen andre er med i den. Den slettes sammen med kontoen din, og rommene dens også.',
    sv: 'ingen annan är med i den. Den raderas tillsammans med ditt konto, och dess rum också.',
  },
  handOver: { en: 'Hand it over', nb: 'Overlat den til noen', sv: 'Lämna över den' },
  deleteOrganisation: { en: 'Delete it first', nb: 'Slett den først', sv: 'Radera den först' },
  saveCertificate: { en: 'Save the certificate', nb: 'Lagre attesten', sv: 'Spara intyget' },
  checkCertificate: {
    en: 'Anybody can check that it is genuine',
    nb: 'Hvem som helst kan se etter at den er ekte',
    sv: 'Vem som helst kan kontrollera att det är äkta',
  },

  keepTitle: { en: 'Keep your account', nb: 'Behold kontoen din', sv: 'Behåll ditt konto' },
  keepLead: {
    en: 'It hasn’t been used for long, and will be deleted. With one press it stays.',
    nb: 'Den har ikke vært brukt på lenge, og blir slettet. Med ett trykk blir den værende.',
    sv: 'Det har inte använts på länge och kommer att raderas. Med ett tryck blir det kvar.',
  },
  keep: { en: 'Keep my account', nb: 'Behold kontoen min', sv: 'Behåll mitt konto' },
  keptTitle: { en: 'Your account stays', nb: 'Kontoen din blir værende', sv: 'Ditt konto blir kvar' },
  keptText: {
    en: 'Its time counts from now on again. You need do nothing else.',
    nb: 'Tiden regnes fra nå av igjen. Du trenger ikke gjøre mer.',
    sv: 'Tiden räknas från och med nu igen. Du behöver inte göra mer.',
  },
  stoppedTitle: { en: 'No more summaries', nb: 'Ingen flere oppsummeringer', sv: 'Inga fler sammanfattningar' },
  stopTitle: { en: 'Stop the summary', nb: 'Stopp oppsummeringen', sv: 'Stoppa sammanfattningen' },
  stopLead: {
    en: 'You get no more summaries of your rooms by e-mail.',
    nb: 'Du får ingen flere oppsummeringer av rommene dine på e-post.',
    sv: 'Du får inga fler sammanfattningar av dina rum via e-post.',
  },
  stop: { en: 'Stop it', nb: 'Stopp den', sv: 'Stoppa den' },
} as const satisfies Record<string, Text>
