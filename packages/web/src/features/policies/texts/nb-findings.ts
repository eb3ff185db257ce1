import type { Explanations } from './explanation.ts'

export const nbFindings: Explanations = {
  'profile.syntax': {
    wrong: 'Filen kan ikke leses her: den er ikke YAML, eller den bruker noe som erklæringer ikke har.',
    why: 'Det som ikke kan leses, kan ikke prøves, så ingenting i denne erklæringen er vurdert.',
    mend: 'Se etter innrykk, anførselstegn og klammer på denne linjen og den over. Hvert navn står én gang, og ankere (&, *) brukes ikke.',
  },
  'profile.too-large': {
    wrong: 'Filen er større enn en erklæring kan være.',
    why: 'En erklæring skal leses av mennesker. Ti ganger den lengste vi kjenner, er for mye.',
    mend: 'Behold det som hører til erklæringen, høyst en million tegn.',
  },
  'schema.unknown-key': {
    wrong: 'Språket har ikke noe slikt navn på dette stedet.',
    why: 'Et feilskrevet navn ville ikke gjort noe, og erklæringen ville lovet det som ikke blir gjort.',
    mend: 'Se etter skrivemåte og innrykk, eller ta navnet bort.',
  },
  'schema.invalid': {
    wrong: 'Dette er en annen slags verdi enn språket har her.',
    why: 'Systemet kan bare gjøre det som det forstår uten å gjette.',
    mend: 'Skriv verdien slik meldingen nedenfor sier: en tekst, en liste, ett av noen få ord.',
  },
  'controller.identity.missing': {
    wrong: 'Ingen er oppgitt som ansvarlig, eller så mangler navn, adresse eller kontakt.',
    why: 'Folk må vite hvem som bestemmer over opplysningene deres, og hvem de kan henvende seg til (personvernforordningen art. 13 nr. 1 a).',
    mend: 'Skriv juridisk navn, postadresse, land, e-postadresse og kontakt for personvern under controller.',
  },
  'controller.address.incomplete': {
    wrong: 'Postadressen har ikke noe postnummer.',
    why: 'Et brev dit kommer kanskje ikke fram, og et krav i brev er like godt som alle andre (art. 12 nr. 2).',
    mend: 'Legg til postnummer og sted i adressen.',
  },
  'policy.version.missing': {
    wrong: 'Erklæringen sier ikke fra når den gjelder.',
    why: 'Uten dato kan ingen se hvilken tekst som gjaldt når, eller at den er endret (art. 5 nr. 2).',
    mend: 'Skriv dagen som effective: 2026-11-22.',
  },
  'reference.broken': {
    wrong: 'Dette viser til noe som erklæringen ikke har.',
    why: 'Et løfte som ikke fører noe sted, kan ikke holdes, og den som leser, blir sendt i ring.',
    mend: 'Oppgi det som er ment, eller vis til noe som finnes.',
  },
  'section.empty': {
    wrong: 'En liste er varslet, og det står ingenting i den.',
    why: 'Folk har rett til innholdet, ikke til overskriften (art. 12 nr. 1 og 13).',
    mend: 'Fyll ut listen, eller ta den bort. Er det ment at ingen får opplysningene, skriv nobody.',
  },
  'text.missing': {
    wrong: 'En tekst er tom eller mangler på ett av språkene i erklæringen.',
    why: 'En erklæring skal kunne forstås av dem den handler om (art. 12 nr. 1).',
    mend: 'Skriv teksten på alle språkene, eller ta språket ut av listen.',
  },
  'text.placeholder': {
    wrong: 'En plassholder står igjen i teksten.',
    why: 'Ingen kan se hva som loves, så da er ingenting lovet (art. 12 nr. 1).',
    mend: 'Sett inn det som klammene står for.',
  },
  'category.without-processing': {
    wrong: 'Disse opplysningene er nevnt, men ikke hva de brukes til.',
    why: 'Opplysninger uten formål og grunnlag har man ikke lov til å ha (art. 5 nr. 1 b og 6 nr. 1).',
    mend: 'Ta dem med i en behandling med formål, grunnlag og slutt, eller ta dem bort.',
  },
  'category.source.missing': {
    wrong: 'Opplysningene kommer fra noen andre, og det står ikke fra hvem.',
    why: 'Den som ikke har gitt opplysningene selv, skal få vite hvor de kommer fra (art. 14 nr. 2 f).',
    mend: 'Oppgi kilden under sourceName.',
  },
  'category.location.precise': {
    wrong: 'Nøyaktig posisjon brukes uten samtykke til det.',
    why: 'Hvor noen er på noen meter nær, leses fra enheten deres, og det krever et ja (ekomloven § 3-15).',
    mend: 'La behandlingen hvile på et eget samtykke, eller nøy dere med sted eller land.',
  },
  'category.card.stored': {
    wrong: 'Kortnumre blir lagret.',
    why: 'Et kortnummer på avveie er tapte penger. Betalingstjenester tar vare på det så ingen andre trenger det (art. 5 nr. 1 c og 32).',
    mend: 'La nummeret bli hos betalingstjenesten, og ta høyst vare på kvitteringen.',
  },
  'category.telemetry.subject': {
    wrong: 'Målinger som skal handle om enheter, er knyttet til en person.',
    why: 'Det som er knyttet til en person, er personopplysninger, hva det enn kalles (art. 4 nr. 1).',
    mend: 'Knytt dem til enheten eller kunden, eller si at de handler om mennesker.',
  },
  'provision.missing': {
    wrong: 'Det står ikke om opplysningene må gis, og hva som skjer om de ikke gis.',
    why: 'Folk må vite hva som er frivillig før de bestemmer seg (art. 13 nr. 2 e).',
    mend: 'Skriv provision med slag og følge.',
  },
  'purpose.unused': {
    wrong: 'Et formål er varslet, og ingenting gjøres for det.',
    why: 'Et formål i reserve får enhver senere bruk til å se varslet ut (art. 5 nr. 1 b).',
    mend: 'Ta det bort, eller oppgi behandlingen som tjener det.',
  },
  'basis.missing': {
    wrong: 'Denne bruken av opplysninger har ikke noe rettslig grunnlag.',
    why: 'Uten ett av de seks grunnlagene er bruken ulovlig (art. 6 nr. 1), og folk skal få vite hvilket det er (art. 13 nr. 1 c).',
    mend: 'Skriv grunnlaget: samtykke, avtale, rettslig plikt, livsviktig interesse, allmenn interesse eller berettiget interesse.',
  },
  'basis.interest.missing': {
    wrong: 'En berettiget interesse er påstått uten å si hvilken, eller uten å veie den.',
    why: 'Interessen må nevnes, og den må veie tyngre enn personens egen (art. 6 nr. 1 f og 13 nr. 1 d).',
    mend: 'Skriv interessen, avveiningen og hva som skjer når noen protesterer.',
  },
  'consent.implied': {
    wrong: 'Et besøk, en konto eller det å fortsette blir tatt for samtykke.',
    why: 'Samtykke er en tydelig handling, frivillig og for én ting. Taushet er det ikke (art. 4 nr. 11, fortalen punkt 32).',
    mend: 'Spør, med et ja og et nei som er like lette, eller la bruken hvile på et annet grunnlag som holder.',
  },
  'consent.without.use': {
    wrong: 'Det bes om samtykke, og ingenting gjøres med det.',
    why: 'Et spørsmål uten bruk sliter folk ut og sier ingenting sant (art. 5 nr. 1 a).',
    mend: 'Ta spørsmålet bort, eller oppgi hva samtykket bærer.',
  },
  'consent.bundled': {
    wrong: 'Å trekke dette samtykket avslutter mer enn det ble gitt for.',
    why: 'Et samtykke som ikke kan trekkes uten å miste noe annet, er ikke frivillig (art. 7 nr. 3 og 4).',
    mend: 'La resten stå på sitt eget grunnlag, som avtalen, og avslutt bare det som samtykket bar.',
  },
  'retention.missing': {
    wrong: 'Det står ikke når opplysningene slettes.',
    why: 'Folk skal få vite hvor lenge (art. 13 nr. 2 a), og ingenting kan lagres for alltid (art. 5 nr. 1 e).',
    mend: 'Skriv retention: hvor lenge, fra når og senest når.',
  },
  'retention.unbounded': {
    wrong: 'Opplysningene lagres så lenge noe gjelder, og det kan være for alltid.',
    why: '«Så lenge det er nødvendig» er ingen grense som noen kan etterprøve (art. 5 nr. 1 e).',
    mend: 'Behold kriteriet, og legg til et tak: det lengste det noen gang kan bli.',
  },
  'retention.malformed': {
    wrong: 'Dette er ikke et tidsrom som en maskin kan telle.',
    why: 'Det som ikke kan telles, kan ikke holdes (art. 5 nr. 1 e).',
    mend: 'Skriv det etter ISO 8601: P30D er 30 dager, P1Y et år, PT72H 72 timer.',
  },
  'retention.below.legal.min': {
    wrong: 'Opplysningene ville blitt slettet før en lov tillater det.',
    why: 'Krever en lov at papirer tas vare på, bryter man den ved å slette for tidlig (art. 6 nr. 1 c og 17 nr. 3 b).',
    mend: 'La tiden begynne der loven lar den begynne, ofte ved slutten av regnskapsåret, og gjør den like lang.',
  },
  'retention.above.cap': {
    wrong: 'Opplysningene blir liggende lenger enn slike opplysninger kan.',
    why: 'Tilsyn har sagt hva som er for lenge: spor etter besøkende i mer enn 25 måneder, for eksempel (art. 5 nr. 1 e).',
    mend: 'Gjør tiden kortere, eller gjør opplysningene anonyme før.',
  },
  'recipient.undeclared': {
    wrong: 'Opplysninger går til noen som ikke står blant mottakerne.',
    why: 'Folk skal få vite hvem som får opplysningene deres (art. 13 nr. 1 e).',
    mend: 'Oppgi mottakeren, eller slutt å sende.',
  },
  'recipient.contradicts.claim': {
    wrong: 'Erklæringen gir et løfte som dens egne mottakere bryter.',
    why: 'Den som leser «ingenting forlater EØS» eller «ingen tredjeparter», blir villedet når andre likevel får opplysningene (art. 5 nr. 1 a).',
    mend: 'Klar dere uten mottakeren, eller ta løftet tilbake.',
  },
  'recipient.identity.missing': {
    wrong: 'En databehandler mangler juridisk navn, land eller avtale.',
    why: 'Ingen kan behandle opplysninger for en annen uten avtale om det (art. 28 nr. 3), og folk kan få vite hvem det er (art. 13 nr. 1 e).',
    mend: 'Skriv legalName, country og hvor avtalen finnes.',
  },
  'recipient.by-category': {
    wrong: 'Mottakere er nevnt som slag, ikke ved navn.',
    why: 'I en erklæring er det lov; den som spør, skal få navnene (art. 13 nr. 1 e og 15 nr. 1 c).',
    mend: 'Nevn dem ved navn der dere kan. Ellers: ha en liste klar til den som spør.',
  },
  'transfer.tool.missing': {
    wrong: 'Opplysninger forlater EØS, og det står ikke på hvilket grunnlag.',
    why: 'Utenfor EØS må vernet skaffes: ved en adekvansbeslutning, standardvilkår eller bindende regler (art. 44–46 og 13 nr. 1 f).',
    mend: 'Oppgi overføringen med grunnlag og hvor man kan få en kopi, eller bruk noen innenfor EØS.',
  },
  'cookie.category.mismatch': {
    wrong: 'Noe som følger folk, kalles nødvendig eller funksjonelt.',
    why: 'Det det kalles, avgjør om folk blir spurt. Sporing trenger alltid et ja (ekomloven § 3-15).',
    mend: 'Kall det statistikk eller markedsføring og be om samtykke, eller klar dere uten.',
  },
  'cookie.consent.missing': {
    wrong: 'Noe som ikke er strengt nødvendig, lagres på enheten uten samtykke.',
    why: 'Å lagre eller lese noe på andres enhet krever et ja, om ikke det de ba om er umulig uten (ekomloven § 3-15).',
    mend: 'Oppgi samtykket som det venter på, eller klar dere uten.',
  },
  'cookie.lifetime.missing': {
    wrong: 'En informasjonskapsel har ingen levetid. «Varig» er ingen.',
    why: 'Folk skal få vite hvor lenge en informasjonskapsel varer (art. 13 nr. 2 a; EU-domstolen, C-673/17).',
    mend: 'Skriv hvor lenge, som P6M, eller session.',
  },
  'cookie.lifetime.long': {
    wrong: 'En informasjonskapsel som skiller nettlesere fra hverandre, lever lenger enn tilsyn anbefaler.',
    why: 'Etter 13 måneder bør folk spørres på nytt og ikke lenger kjennes igjen (CNILs retningslinjer; art. 5 nr. 1 e).',
    mend: 'Kort den ned til 13 måneder (P13M) eller mindre.',
  },
  'claim.anonymous.false': {
    wrong: 'Opplysninger kalles anonyme, og hver enkelt kan skilles ut i dem.',
    why: 'Den som kan skilles ut, kan identifiseres: det er personopplysninger, med alle rettighetene (art. 4 nr. 1, fortalen punkt 26).',
    mend: 'Ta bort nummeret som skiller folk, eller kall opplysningene det de er.',
  },
  'claim.e2e.false': {
    wrong: 'Samtaler kalles ende-til-ende-kryptert, og en ruter på veien kan dekryptere dem.',
    why: 'Folk snakker friere når de får vite at ingen kan lytte. Da må det være sant (art. 5 nr. 1 a).',
    mend: 'Si når det er sant og når det ikke er det, eller bruk en ruter som ikke har noen nøkkel.',
  },
  'claim.contradicted': {
    wrong: 'Erklæringen påstår noe som resten av den sier imot.',
    why: 'En erklæring skal være rettferdig og klar (art. 5 nr. 1 a og 12 nr. 1). Av to motsatte setninger er én usann.',
    mend: 'Endre det som sier imot, eller ta påstanden tilbake.',
  },
  'mail.kind.mismatch': {
    wrong: 'E-post som selger noe, er oppgitt som melding fra tjenesten, eller omvendt.',
    why: 'Markedsføring krever samtykke og kan alltid avvises (markedsføringsloven § 15; art. 21 nr. 2).',
    mend: 'Oppgi den som markedsføring med samtykke, eller hold e-posten til det tjenesten må si.',
  },
  'mail.tracked.without-consent': {
    wrong: 'Det registreres om folk åpner en e-post, uten å spørre dem.',
    why: 'Et skjult bilde som melder tilbake, leser fra enheten deres, og det krever et ja (ekomloven § 3-15).',
    mend: 'Slutt med det, eller be om samtykke til det alene.',
  },
  'assessment.missing': {
    wrong: 'Denne bruken har tegn på høy risiko, og følgene er ikke vurdert.',
    why: 'Der risikoen for folk er høy, må den tenkes gjennom på forhånd (art. 35).',
    mend: 'Gjør vurderingen og oppgi dokumentet, eller senk risikoen.',
  },
  'notice.late': {
    wrong: 'Folk eller tilsynet får beskjed eller svar senere enn loven tillater.',
    why: 'Et krav besvares innen en måned (art. 12 nr. 3), et brudd meldes innen 72 timer (art. 33 nr. 1).',
    mend: 'Gjør fristen kortere.',
  },
  'address.kept-long': {
    wrong: 'Hele nettverksadresser lagres i mer enn en uke.',
    why: 'En adresse fører til en person. En uke er nok til å se et angrep (art. 5 nr. 1 c og e).',
    mend: 'Kutt adressen før den skrives ned, eller slett den innen en uke.',
  },
  'signal.ignored': {
    wrong: 'Erklæringen vil overse det nettlesere sier av seg selv: Do Not Track, Global Privacy Control.',
    why: 'Man kan protestere med et slikt signal (art. 21 nr. 5). Dette systemet følger det, hva erklæringen enn sier.',
    mend: 'Skriv honour. Da sier erklæringen det som skjer.',
  },
  'review.overdue': {
    wrong: 'Noe skulle ses på igjen, og dagen er forbi.',
    why: 'Sikkerhet og risiko ses på jevnlig, ikke én gang (art. 24 nr. 1 og 32 nr. 1 d).',
    mend: 'Se på det igjen, og skriv dagen.',
  },
}
