import type { FindingCode } from './finding-codes.ts'

/** Findings in Norwegian: what each means, and the next step. */
export const norwegianFindings: Readonly<Record<FindingCode, readonly [means: string, nextStep: string]>> = {
  'node.ok': ['Node som kjører, er den serveren er laget for.', ''],
  'node.old': [
    'Denne Node er eldre enn serveren trenger.',
    'Start med npm start eller npx samtale: begge bruker den Node som prosjektet har med seg.',
  ],
  'database.ok': ['Databasen åpner seg og er oppdatert.', ''],
  'database.to-be-made': ['Det er ingen database ennå; den første starten lager den.', ''],
  'database.behind': [
    'Databasen mangler endringer som denne utgaven har med seg.',
    'Ta en kopi av databasen; neste start oppdaterer den.',
  ],
  'database.ahead': [
    'Databasen ble oppdatert av en nyere utgave.',
    'Installer den utgaven igjen, eller gjenopprett kopien fra før.',
  ],
  'database.not-ready': ['Serveren kjører, og databasen svarer den ikke.', 'Les serverens logg, og start den på nytt.'],
  'database.in-use': [
    'En annen Samtale har databasen åpen, og den svarer ikke på denne porten.',
    'Stopp den andre, eller sett SAMTALE_DATA_DIR eller SAMTALE_PORT slik den har dem.',
  ],
  'database.damaged': [
    'Filene til den innebygde databasen kan ikke åpnes.',
    'Gjenopprett en kopi av datamappen, eller flytt mappen bort: neste start lager en ny database.',
  ],
  'database.folder-unwritable': [
    'Mappen til databasen kan ikke skrives.',
    'Gi mappen til brukeren som kjører serveren, eller sett SAMTALE_DATA_DIR til en annen.',
  ],
  'database.unreachable': [
    'PostgreSQL-serveren svarer ikke, eller avviser påloggingen.',
    'Se på DATABASE_URL, at serveren kjører, og at den slipper denne maskinen inn.',
  ],
  'keys.ok': ['Nøklene oppbevares som de skal.', ''],
  'keys.file-exposed': [
    'Andre enn eieren kan åpne filen med epokenøkler.',
    'Kjør chmod 600 på den. Hvis noen kan ha lest den, bytter du nøklene med tvang.',
  ],
  'keys.file-damaged': [
    'Filen med epokenøkler er skadet, eller kan ikke leses eller byttes ut.',
    'Legg tilbake den nyeste kopien, eller rett SAMTALE_KEK_FILE.',
  ],
  'keys.overdue': [
    'Epokenøkkelen er eldre enn den skal bli, så nøkler som er ødelagt, lever lenger i kopier.',
    'Kjør serveren: den fornyer nøkkelen innen en time. Kjører den allerede, står grunnen i loggen.',
  ],
  'keys.beside-database': [
    'Nøkkellageret er der databasen er: én kopi av det stedet tar begge.',
    'Gi nøklene et sted for seg: KEYS_DATABASE_URL på en annen server, eller en mappe på en annen disk.',
  ],
  'keys.on-network': [
    'Dataene eller nøklene ligger på disken til en annen maskin, der låser og overskriving kanskje ikke er det de ser ut til.',
    'Bruk en disk på denne maskinen; flere noder deler en PostgreSQL-server (KEYS_DATABASE_URL).',
  ],
  'keys.copy-outlived': [
    'En sikkerhetskopi av nøklene er eldre enn en epoke: nøkler som er ødelagt, kan komme tilbake fra den.',
    'Slett den.',
  ],
  'restore.waits': [
    'En gjenoppretting ble ikke fullført, så serveren starter ikke.',
    'Gjør det feilen som er nevnt, ber om; docs/operations.md viser stegene.',
  ],
  'worker.ok': ['Medieprosessen kjører.', ''],
  'worker.pending': [
    'Medieprosessen gjøres klar; rom med opptil fire virker så lenge.',
    'Vent: det tar omtrent to minutter på to kjerner.',
  ],
  'worker.to-be-made': [
    'Det er ingen medieprosess ennå; neste start henter den, og rom med opptil fire virker så lenge.',
    'Start serveren, eller kjør: node packages/server/media-worker/provide.ts',
  ],
  'worker.packages-missing': [
    'Pakker som medieprosessen bygges med, mangler; bare et offisielt program kan brukes.',
    'Installer pakkene som er nevnt.',
  ],
  'worker.unavailable': [
    'Serveren kjører og har ingen medieprosess, så en femte person kan ikke bli med i et rom.',
    'docs/errors.md sier hva du gjør med feilen som er nevnt.',
  ],
  'worker.broken': [
    'Medieprosessen som MEDIASOUP_WORKER_BIN peker på, kjører ikke her.',
    'Pek på en annen, eller fjern MEDIASOUP_WORKER_BIN.',
  ],
  'ports.ok': ['Portene er ledige, eller serveren som kjører, har dem.', ''],
  'ports.http-in-use': [
    'Et annet program lytter på nettporten.',
    'Stopp det programmet, eller sett SAMTALE_PORT til en annen port.',
  ],
  'ports.media-in-use': [
    'Et annet program har en av medieruterens porter, UDP eller TCP.',
    'Stopp det programmet, eller sett SAMTALE_MEDIA_PORT til en annen port.',
  ],
  'address.ok': ['Nettlesere når medieruteren på en adresse som den oppgir.', ''],
  'address.unreadable': [
    'Den oppgitte adressen er verken en IP-adresse eller et vertsnavn.',
    'Sett SAMTALE_ANNOUNCED_ADDRESS til den offentlige IP-adressen til denne maskinen.',
  ],
  'address.loopback': [
    'Den oppgitte adressen fører hver nettleser til sin egen maskin.',
    'Sett SAMTALE_ANNOUNCED_ADDRESS til adressen som andre når denne maskinen på.',
  ],
  'address.private': [
    'Den oppgitte adressen er privat, og serverens egen adresse er offentlig.',
    'Sett SAMTALE_ANNOUNCED_ADDRESS til den offentlige IP-adressen til denne maskinen.',
  ],
  'address.elsewhere': [
    'Den oppgitte adressen er privat, og denne maskinen har den ikke.',
    'Rett SAMTALE_ANNOUNCED_ADDRESS; der en ruter sender videre til denne maskinen, oppgir du ruterens offentlige adresse.',
  ],
  'address.missing': [
    'Serverens adresse er offentlig, denne maskinen har bare private adresser, og ingen er oppgitt.',
    'Sett SAMTALE_ANNOUNCED_ADDRESS til den offentlige IP-adressen, og send medieportene (UDP og TCP) videre til denne maskinen.',
  ],
  'relay.ok': ['Reléene slipper inn folk med passordene som denne serveren gir.', ''],
  'relay.none': ['Det er ikke satt opp noe relé: par som ikke når hverandre direkte, går gjennom medieruteren.', ''],
  'relay.no-tls': [
    'Ingen av reléene nås med TLS, den eneste veien ut av nettverk som bare slipper gjennom nettsider.',
    'Gi coturn et sertifikat og en TLS-port, helst 443 på en egen adresse, og legg turns:-adressen til i SAMTALE_TURN_URLS.',
  ],
  'relay.silent': [
    'Et relé svarer ikke, eller noe annet svarer.',
    'Se etter at coturn kjører, at portene er åpne (UDP og TCP), og hva som står i SAMTALE_TURN_URLS.',
  ],
  'relay.certificate': [
    'Sertifikatet til et relé er ikke et som nettlesere godtar.',
    'Gi coturn et sertifikat for navnet i turns:-adressen, med hele kjeden (cert=, pkey=).',
  ],
  'relay.refuses': [
    'Et relé avviser passordene som denne serveren gir.',
    'Sett use-auth-secret og samme static-auth-secret i coturn som SAMTALE_TURN_SECRET her, og se på begge klokkene.',
  ],
  'url.ok': ['Nettlesere gir kameraer til sider på denne adressen.', ''],
  'url.insecure': [
    'Den offentlige adressen er ikke HTTPS; nettlesere gir ikke sidene kamera eller mikrofon.',
    'Sett en proxy med TLS foran (README.md viser to), og sett SAMTALE_PUBLIC_URL til https://-adressen.',
  ],
  'url.path': [
    'Den offentlige adressen har en sti; serveren svarer på roten av en vert.',
    'Gi den et eget vertsnavn, og sett SAMTALE_PUBLIC_URL uten sti.',
  ],
  'url.proxy-unnamed': [
    'Ingen proxy er klarert, så alle ser ut til å komme fra proxyens adresse og deler grensene dens.',
    'Sett SAMTALE_TRUST_PROXY til proxyens adresse, 127.0.0.1 der den kjører på denne maskinen.',
  ],
  'controller.ok': ['Det er klart hvem som svarer for personopplysninger.', ''],
  'controller.missing': [
    'Ingen er navngitt som svarer for personopplysninger, og adressen er offentlig: serveren vil ikke starte.',
    'Navngi den behandlingsansvarlige i en fil, og sett SAMTALE_POLICY til den; docs/configuration.md viser en.',
  ],
  'controller.unreadable': [
    'Filen med erklæringen kan ikke leses eller har et felt som er feil.',
    'Rett det som er nevnt, eller SAMTALE_POLICY.',
  ],
  'clock.ok': ['Klokken er rimelig.', ''],
  'clock.behind': [
    'Klokken er tidligere enn filer som er skrevet før.',
    'Still klokken, og hold den med NTP: timedatectl set-ntp true',
  ],
  'clock.unsynchronised': ['Systemet sier at klokken ikke er synkronisert.', 'Slå på NTP: timedatectl set-ntp true'],
  'borders.ok': ['Ingenting som ikke er erklært, ble forsøkt.', ''],
  'borders.red': [
    'En del av serveren forsøkte noe som ingen erklæring har, og ble avvist.',
    'Se i loggen etter linjer som slutter på .refused: hver av dem nevner stedet i koden. Meld fra.',
  ],
  'disk.ok': ['Det er plass, og mappene kan skrives.', ''],
  'disk.low': ['Det er lite plass igjen på disken.', 'Frigjør plass, minst 1 GiB.'],
  'disk.full': ['Det er nesten ingen plass igjen på disken.', 'Frigjør plass, minst 1 GiB.'],
  'disk.unwritable': [
    'En mappe som serveren skriver til, kan ikke skrives.',
    'Gi mappen til brukeren som kjører serveren, eller nevn en annen: SAMTALE_DATA_DIR, SAMTALE_CACHE_DIR.',
  ],
}
