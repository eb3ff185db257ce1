import type { Language } from '@samtale/policy'
import type { CommandRefused } from '../../../platform/control/command.ts'

/** Why a command was refused, for whoever asked by a form. In English that is said as in a terminal. */
const words: Readonly<Record<string, readonly [nb: string, sv: string]>> = {
  'command.arguments-invalid': [
    'Noe mangler, eller er skrevet feil. Se over feltene.',
    'Något saknas eller är felskrivet. Se över fälten.',
  ],
  'export.nobody': [
    'Ingenting er lagret under den adressen eller det nummeret.',
    'Inget finns sparat under den adressen eller det numret.',
  ],
  'export.nobody-named': [
    'Si hvem det gjelder: en adresse eller nummeret på en post.',
    'Säg vem det gäller: en adress eller numret på en post.',
  ],
  'erasure.nobody': ['Ingenting er lagret om den adressen.', 'Inget finns sparat om den adressen.'],
  'mail.gone': [
    'Den e-posten er ikke der: den er sendt eller slettet.',
    'Det mejlet finns inte: det har skickats eller raderats.',
  ],
  'policy.nothing-to-announce': [
    'Det er ingen vesentlig endring, eller den er varslet allerede: den gjelder når serveren starter med den.',
    'Det är ingen väsentlig ändring, eller så har den redan meddelats: den gäller när servern startar med den.',
  ],
  'record.unknown': [
    'Posten finnes ikke, eller ikke lenger. Slå den opp igjen.',
    'Posten finns inte, eller inte längre. Slå upp den igen.',
  ],
  'record.nothing-to-decide': [
    'Ingen har protestert mot denne bruken, eller det er avgjort. Det er ingenting å gjøre.',
    'Ingen har invänt mot den här användningen, eller så är det avgjort. Inget behöver göras.',
  ],
  'hold.empty': [
    'Et vern gjelder bestemte poster og kategorier, aldri et helt menneske. Nevn dem.',
    'Ett bevarande gäller bestämda poster och kategorier, aldrig en hel människa. Ange dem.',
  ],
  'hold.review-missing': [
    'Si når det skal ses på igjen; dagen må være fremme i tid.',
    'Säg när det ska ses över igen; dagen måste ligga framåt.',
  ],
  'hold.owner-invalid': [
    'Nevn en rolle som svarer for det, med små bokstaver, for eksempel legal.',
    'Ange en roll som svarar för det, med små bokstäver, till exempel legal.',
  ],
  'hold.category-unknown': [
    'Ingen av postene har den kategorien. Siden om personvern lister dem.',
    'Ingen av posterna har den kategorin. Sidan om integritet listar dem.',
  ],
  'hold.unknown': ['Det finnes ikke, eller er opphevet.', 'Det finns inte, eller är upphävt.'],
  'restriction.unknown': [
    'Det er ingen slik begrensning, eller personen har fått beskjed.',
    'Det finns ingen sådan begränsning, eller så har personen fått besked.',
  ],
  'restriction.not-told': [
    'Personen har ikke fått beskjed om at begrensningen oppheves, eller den er opphevet. Gi beskjed først (GDPR art. 18 nr. 3).',
    'Personen har inte fått besked om att begränsningen upphävs, eller så är den upphävd. Ge besked först (GDPR art. 18.3).',
  ],
  'request.asleep': ['Erklæringen som gjelder, tar ikke imot krav.', 'Policyn som gäller tar inte emot begäranden.'],
  'request.unknown': ['Kravet finnes ikke, eller er slettet.', 'Begäran finns inte, eller har raderats.'],
  'request.closed': ['Det er besvart. Personen kan spørre igjen.', 'Den har besvarats. Personen kan fråga igen.'],
  'request.day': [
    'Det kan ikke ha kommet på en dag som ikke har vært. Rett dagen.',
    'Den kan inte ha kommit en dag som inte har varit. Rätta dagen.',
  ],
  'request.late': [
    'Fristen er ute: den kan bare forlenges før det. Svar nå.',
    'Tiden är ute: den kan bara förlängas innan dess. Svara nu.',
  ],
  'request.extended': [
    'Fristen er forlenget én gang. Svar; loven gir ikke mer.',
    'Tiden har förlängts en gång. Svara; lagen ger inte mer.',
  ],
  'request.decide': [
    'En innsigelse verken besvares eller avslås, den avgjøres.',
    'En invändning varken besvaras eller avslås, den avgörs.',
  ],
  'request.not-objection': [
    'Det er ingen innsigelse som venter på avgjørelse.',
    'Det är ingen invändning som väntar på beslut.',
  ],
  'request.not-rectification': ['Ingenting skal rettes på grunn av det.', 'Inget ska rättas på grund av den.'],
  'request.not-restriction': ['Det begrenser ingenting.', 'Den begränsar inget.'],
  'request.not-told': [
    'En begrensning oppheves etter at personen har fått beskjed (GDPR art. 18 nr. 3). Skriv grunnen; den sendes på e-post.',
    'En begränsning upphävs efter att personen har fått besked (GDPR art. 18.3). Skriv skälet; det mejlas.',
  ],
  'request.lifted': ['Begrensningen er opphevet allerede.', 'Begränsningen är redan upphävd.'],
  'request.recipient-unknown': [
    'Ingen slik mottaker skal ha beskjed, eller den har fått det.',
    'Ingen sådan mottagare ska ha besked, eller så har den fått det.',
  ],
  'request.category-unknown': ['Erklæringen har ingen slik kategori.', 'Policyn har ingen sådan kategori.'],
  'request.nothing-correct': [
    'Ingenting om denne personen holder det, eller det er ute av bruk. Svar med ord.',
    'Inget om den här personen har det, eller så är det ur bruk. Svara med ord.',
  ],
  'request.nothing-to-correct': [
    'Rettelsen sier ingenting. Skriv det som er riktig.',
    'Rättelsen säger inget. Skriv det som är rätt.',
  ],
  'request.address-alone': [
    'En ny adresse bekreftes før den tas i bruk. Rett den for seg.',
    'En ny adress bekräftas innan den tas i bruk. Rätta den för sig.',
  ],
  'request.address-invalid': ['Det er ingen hel e-postadresse.', 'Det är ingen hel e-postadress.'],
  'request.text-empty': [
    'Skriv en tekst eller en grunn: folk får vite hvorfor (GDPR art. 12 nr. 4).',
    'Skriv en text eller ett skäl: människor får veta varför (GDPR art. 12.4).',
  ],
  'request.text-too-long': ['Teksten er mer enn 10 000 tegn.', 'Texten är mer än 10 000 tecken.'],
  'request.text-card-number': [
    'Det er et tall i teksten som kan være et kortnummer. Utelat det.',
    'Det finns ett tal i texten som kan vara ett kortnummer. Utelämna det.',
  ],
  'breach.scope-missing': [
    'Si hva som ble nådd: tabeller, verter hos mottakere, eller fra når til når.',
    'Säg vad som nåddes: tabeller, värdar hos mottagare, eller från när till när.',
  ],
  'breach.table-unknown': ['Det finnes ingen slik tabell.', 'Det finns ingen sådan tabell.'],
  'breach.host-unknown': [
    'Ingen mottaker i erklæringen har en slik vert.',
    'Ingen mottagare i policyn har en sådan värd.',
  ],
  'breach.time-wrong': [
    'Ingen kan ha oppdaget det da: tidspunktet har ikke vært, eller er ingen tid.',
    'Ingen kan ha upptäckt det då: tidpunkten har inte varit, eller är ingen tid.',
  ],
  'breach.text-names-somebody': [
    'Registeret navngir ingen: utelat e-postadresser og tall som fører til noen.',
    'Registret namnger ingen: utelämna e-postadresser och tal som leder till någon.',
  ],
  'breach.unknown': ['Oppføringen finnes ikke.', 'Posten finns inte.'],
  'breach.reason-missing': [
    'Tilsynet får beskjed etter fristen: skriv hvorfor (GDPR art. 33 nr. 1).',
    'Myndigheten får besked efter tiden: skriv varför (GDPR art. 33.1).',
  ],
  'breach.phase-taken': [
    'Denne meldingen er ført inn; neste del har et annet nummer.',
    'Den här anmälan har förts in; nästa del har ett annat nummer.',
  ],
  'disclosure.demand-missing': [
    'Si hvem som krever det, etter hvilken lov, og dokumentets referanse.',
    'Säg vem som kräver det, enligt vilken lag, och dokumentets beteckning.',
  ],
  'disclosure.text-names-somebody': [
    'Nevn kontoret og ikke noen der: oppføringen varer lenger enn de som er der.',
    'Ange kontoret och inte någon där: posten varar längre än de som är där.',
  ],
  'disclosure.category-unknown': [
    'Nevn kategorier i erklæringen, og ikke flere enn kravet gjør.',
    'Ange kategorier i policyn, och inte fler än kravet gör.',
  ],
  'disclosure.nothing': ['Personen har ingen slik post.', 'Personen har ingen sådan post.'],
  'disclosure.told-or-forbidden': [
    'Enten har personen fått beskjed, eller så er det forbudt; ikke begge deler.',
    'Antingen har personen fått besked, eller så är det förbjudet; inte båda.',
  ],
  'disclosure.unknown': ['Oppføringen finnes ikke.', 'Posten finns inte.'],
}

/** A refusal in somebody's language, with its code; what isn't known here stays in English. */
export function refusalInWords(
  { code, message }: Pick<CommandRefused, 'code' | 'message'>,
  language: Language,
): string {
  const [nb, sv] = words[code] ?? [message, message]
  return `${{ en: message, nb, sv }[language]} [${code}]`
}
