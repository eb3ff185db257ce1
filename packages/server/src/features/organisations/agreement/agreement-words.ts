import type { SubjectKind, Text } from '@samtale/policy'

const say = (en: string, nb: string, sv: string): Text => ({ en, nb, sv })

/** The parts of the agreement that are the same whatever the policy says. Articles are those of the GDPR. */
export const agreementWords = {
  operator: say('the operator of this service', 'den som driver denne tjenesten', 'den som driver den här tjänsten'),
  parties: say('The parties', 'Partene', 'Parterna'),
  partiesText: say(
    'The organisation named with the acceptance is the controller, and {operator} is its processor. The agreement is the contract that art. 28(3) asks for.',
    'Organisasjonen som er nevnt ved godkjenningen, er behandlingsansvarlig, og {operator} er databehandleren. Avtalen er den som art. 28 nr. 3 krever.',
    'Organisationen som nämns vid godkännandet är personuppgiftsansvarig, och {operator} är dess personuppgiftsbiträde. Avtalet är det som art. 28.3 kräver.',
  ),
  subject: say('Subject matter, nature and purpose', 'Hva avtalen gjelder', 'Vad avtalet gäller'),
  subjectText: say(
    'The processor runs a service for video meetings, and processes personal data so that the organisation’s people can meet, and the organisation can say who belongs to it and what they may do. It is stored, shown, sent and deleted by machine. These are the purposes:',
    'Databehandleren driver en tjeneste for videomøter, og behandler personopplysninger for at organisasjonens folk kan møtes, og for at organisasjonen kan si hvem som hører til og hva de har lov til. Opplysningene lagres, vises, sendes og slettes maskinelt. Dette er formålene:',
    'Biträdet driver en tjänst för videomöten och behandlar personuppgifter för att organisationens människor ska kunna mötas och för att organisationen ska kunna säga vilka som hör till den och vad de får göra. Uppgifterna lagras, visas, skickas och raderas maskinellt. Det här är ändamålen:',
  ),
  duration: say('Duration', 'Varighet', 'Löptid'),
  durationText: say(
    'The agreement counts from when it is accepted until the organisation is deleted here, or a newer version is accepted in its place.',
    'Avtalen gjelder fra den godtas, til organisasjonen slettes her, eller en nyere versjon godtas i stedet.',
    'Avtalet gäller från att det godkänns tills organisationen raderas här, eller en nyare version godkänns i dess ställe.',
  ),
  data: say(
    'Types of personal data, and how long',
    'Typer personopplysninger, og hvor lenge',
    'Typer av personuppgifter, och hur länge',
  ),
  kept: say('Kept {time}.', 'Lagres {time}.', 'Sparas {time}.'),
  people: say('Whose data it is', 'Hvem opplysningene gjelder', 'Vilka uppgifterna gäller'),
  instructions: say('Instructions (a)', 'Instrukser (a)', 'Instruktioner (a)'),
  instructionsText: say(
    'The processor processes the data only on documented instructions of the organisation, also as to transfers to other countries. The instructions are this agreement, the settings that the organisation chooses, and what its administrators do; the log of administrators documents them. Where a law of the Union or a member state asks for more, the processor says so first, unless that law forbids it. If an instruction seems to break the law, the processor says so at once.',
    'Databehandleren behandler opplysningene bare etter dokumenterte instrukser fra organisasjonen, også når det gjelder overføring til andre land. Instruksene er denne avtalen, innstillingene organisasjonen velger, og det administratorene gjør; loggen over administratorer dokumenterer dem. Krever unionsretten eller nasjonal rett noe mer, sier databehandleren fra først, med mindre den retten forbyr det. Ser en instruks ut til å stride mot loven, sier databehandleren fra med en gang.',
    'Biträdet behandlar uppgifterna bara på dokumenterade instruktioner från organisationen, även när det gäller överföring till andra länder. Instruktionerna är det här avtalet, de inställningar som organisationen väljer och det som administratörerna gör; loggen över administratörer dokumenterar dem. Om unionsrätten eller nationell rätt kräver mer säger biträdet till först, om inte den rätten förbjuder det. Om en instruktion verkar strida mot lagen säger biträdet till direkt.',
  ),
  confidentiality: say('Confidentiality (b)', 'Taushetsplikt (b)', 'Tystnadsplikt (b)'),
  confidentialityText: say(
    'Only people who need it see the data, and all of them are bound to keep it to themselves. When one of them looks at somebody’s data, a reason is asked for and the person can see it.',
    'Bare folk som trenger det, ser opplysningene, og alle har taushetsplikt. Når noen av dem ser på opplysningene til en person, må de oppgi en grunn, og personen kan se det.',
    'Bara människor som behöver det ser uppgifterna, och alla har tystnadsplikt. När någon av dem tittar på en persons uppgifter måste de ange ett skäl, och personen kan se det.',
  ),
  measures: say('Security (c)', 'Sikkerhet (c)', 'Säkerhet (c)'),
  measuresText: say(
    'The processor takes these measures (art. 32):',
    'Databehandleren har disse tiltakene (art. 32):',
    'Biträdet vidtar de här åtgärderna (art. 32):',
  ),
  subProcessors: say('Other processors (d)', 'Underleverandører (d)', 'Underbiträden (d)'),
  noSubProcessors: say(
    'The processor uses no other processor for this data.',
    'Databehandleren bruker ingen andre databehandlere for disse opplysningene.',
    'Biträdet anlitar inga andra biträden för de här uppgifterna.',
  ),
  subProcessorsText: say(
    'The organisation agrees in general to other processors. These are used now:',
    'Organisasjonen godtar generelt at det brukes andre databehandlere. Disse brukes nå:',
    'Organisationen godkänner generellt att andra biträden anlitas. De här anlitas nu:',
  ),
  subProcessorsChange: say(
    'The processor tells the organisation before one is added or replaced, so that it can object. It binds each of them by a contract with the same duties and answers for what they do (art. 28(2) and (4)).',
    'Databehandleren sier fra til organisasjonen før noen kommer til eller byttes ut, slik at den kan protestere. Databehandleren binder hver av dem med en avtale med de samme pliktene, og svarer for det de gjør (art. 28 nr. 2 og 4).',
    'Biträdet säger till organisationen innan någon tillkommer eller byts ut, så att den kan invända. Biträdet binder vart och ett av dem med ett avtal med samma skyldigheter och svarar för vad de gör (art. 28.2 och 28.4).',
  ),
  rights: say('The rights of people (e)', 'Rettighetene til dem det gjelder (e)', 'De registrerades rättigheter (e)'),
  rightsText: say(
    'The service lets people see, take along, correct and delete what is theirs, and does at once what can be done by machine. What people ask about data that the organisation answers for is handed to its contact for privacy, and the processor helps it to answer in time.',
    'Tjenesten lar folk se, ta med seg, rette og slette det som er deres, og gjør med en gang det som kan gjøres maskinelt. Krav om opplysninger som organisasjonen svarer for, sendes til kontakten dens for personvern, og databehandleren hjelper den med å svare i tide.',
    'Tjänsten låter människor se, ta med sig, rätta och radera det som är deras, och gör direkt det som kan göras maskinellt. Begäranden om uppgifter som organisationen svarar för lämnas till dess kontakt för integritet, och biträdet hjälper den att svara i tid.',
  ),
  help: say(
    'Help with the organisation’s own duties (f)',
    'Hjelp med organisasjonens egne plikter (f)',
    'Hjälp med organisationens egna skyldigheter (f)',
  ),
  helpText: say(
    'The processor tells the organisation of a breach of its data without undue delay after it becomes aware of it, with what art. 33(3) asks for as far as it is known, and helps it with security, with telling the authority and people, with impact assessments and with prior consultation (art. 32–36).',
    'Databehandleren sier fra om brudd på organisasjonens opplysninger uten ugrunnet opphold etter at det er oppdaget, med det art. 33 nr. 3 krever så langt det er kjent, og hjelper organisasjonen med sikkerhet, med å varsle tilsynet og dem det gjelder, med vurdering av konsekvenser og med forhåndsdrøfting (art. 32–36).',
    'Biträdet underrättar organisationen om en incident med dess uppgifter utan onödigt dröjsmål efter att den har upptäckts, med det som art. 33.3 kräver så långt det är känt, och hjälper organisationen med säkerhet, med att underrätta tillsynsmyndigheten och de registrerade, med konsekvensbedömningar och med förhandssamråd (art. 32–36).',
  ),
  end: say('When it ends (g)', 'Når den er slutt (g)', 'När det upphör (g)'),
  endText: say(
    'Before the organisation is deleted, its people can export what is theirs, and its log can be downloaded. When it is deleted, everything of it is deleted at once and the keys of sealed values are destroyed, so that copies in backups can’t be read. Nothing stays but what a law demands.',
    'Før organisasjonen slettes, kan folkene i den eksportere det som er deres, og loggen kan lastes ned. Når den slettes, slettes alt som hører til den med en gang, og nøklene til forseglede verdier ødelegges, slik at kopier i sikkerhetskopier ikke kan leses. Ingenting blir igjen uten at en lov krever det.',
    'Innan organisationen raderas kan människorna i den exportera det som är deras, och loggen kan laddas ner. När den raderas raderas allt som hör till den direkt, och nycklarna till förseglade värden förstörs, så att kopior i säkerhetskopior inte kan läsas. Inget blir kvar om inte en lag kräver det.',
  ),
  audits: say('Information and audits (h)', 'Innsyn og revisjon (h)', 'Information och granskning (h)'),
  auditsText: say(
    'The processor gives the organisation whatever it needs to show that art. 28 is kept, and takes part in audits and inspections by the organisation or whom it names. The policy, its earlier versions and what proves them are on this site.',
    'Databehandleren gir organisasjonen det den trenger for å vise at art. 28 følges, og bidrar til revisjoner og inspeksjoner som organisasjonen eller noen den utpeker, gjennomfører. Erklæringen, de tidligere versjonene og det som beviser den, ligger på dette nettstedet.',
    'Biträdet ger organisationen det den behöver för att visa att art. 28 följs och bidrar till granskningar och inspektioner som organisationen eller någon den utser genomför. Policyn, de tidigare versionerna och det som bevisar den finns på den här webbplatsen.',
  ),
  changes: say('Changes', 'Endringer', 'Ändringar'),
  changesText: say(
    'Where the data, the purposes, the times, the measures or the other processors change, this text changes with the policy, and the organisation is asked to accept it again. Until it does, what it accepted before counts.',
    'Endrer opplysningene, formålene, tidene, tiltakene eller underleverandørene seg, endrer denne teksten seg sammen med erklæringen, og organisasjonen blir bedt om å godta den på nytt. Til den gjør det, gjelder det den godtok før.',
    'Om uppgifterna, ändamålen, tiderna, åtgärderna eller underbiträdena ändras, ändras den här texten tillsammans med policyn, och organisationen ombeds att godkänna den på nytt. Tills den gör det gäller det den godkände tidigare.',
  ),
} as const satisfies Record<string, Text>

/** What the engine does everywhere, whatever a policy says. */
export const ownMeasures: readonly Text[] = [
  say(
    'Names, addresses and messages are sealed with a key for each record and kind of data (AES-256-GCM); keys are kept apart from the database.',
    'Navn, adresser og meldinger er forseglet med en nøkkel for hver post og type opplysning (AES-256-GCM); nøklene oppbevares atskilt fra databasen.',
    'Namn, adresser och meddelanden är förseglade med en nyckel för varje post och typ av uppgift (AES-256-GCM); nycklarna förvaras skilda från databasen.',
  ),
  say(
    'The database itself lets each purpose read only the columns that the policy gives it.',
    'Databasen selv lar hvert formål lese bare de kolonnene som erklæringen gir det.',
    'Databasen själv låter varje ändamål läsa bara de kolumner som policyn ger det.',
  ),
  say(
    'Owners and administrators sign in with two factors; what can’t be undone asks for them again.',
    'Eiere og administratorer logger på med to faktorer; det som ikke kan angres, krever dem på nytt.',
    'Ägare och administratörer loggar in med två faktorer; det som inte kan ångras kräver dem på nytt.',
  ),
  say(
    'Every act of an administrator is written to a log that nobody can change.',
    'Alt en administrator gjør, skrives til en logg som ingen kan endre.',
    'Allt en administratör gör skrivs till en logg som ingen kan ändra.',
  ),
  say(
    'What is due is deleted by itself, also from a backup that is put back.',
    'Det som skal slettes, slettes av seg selv, også fra en sikkerhetskopi som legges tilbake.',
    'Det som ska raderas raderas av sig självt, även från en säkerhetskopia som återställs.',
  ),
]

/** Whose data it can be. */
export const subjectWords: Partial<Record<SubjectKind, Text>> = {
  guest: say('people who join a meeting', 'folk som blir med i et møte', 'människor som går med i ett möte'),
  user: say(
    'people with an account, such as the organisation’s members',
    'folk med konto, som medlemmene i organisasjonen',
    'människor med konto, såsom organisationens medlemmar',
  ),
  contact: say(
    'people whom the organisation invites',
    'folk som organisasjonen inviterer',
    'människor som organisationen bjuder in',
  ),
  visitor: say('people who open its pages', 'folk som åpner sidene', 'människor som öppnar sidorna'),
}
