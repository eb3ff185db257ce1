import type { FindingCode } from './finding-codes.ts'

/** Findings in Swedish: what each means, and the next step. */
export const swedishFindings: Readonly<Record<FindingCode, readonly [means: string, nextStep: string]>> = {
  'node.ok': ['Den Node som körs är den som servern är gjord för.', ''],
  'node.old': [
    'Den här Node är äldre än servern behöver.',
    'Starta med npm start eller npx samtale: båda använder den Node som projektet har med sig.',
  ],
  'database.ok': ['Databasen öppnas och är uppdaterad.', ''],
  'database.to-be-made': ['Det finns ingen databas än; den första starten gör den.', ''],
  'database.behind': [
    'Databasen saknar ändringar som den här versionen har med sig.',
    'Ta en kopia av databasen; nästa start uppdaterar den.',
  ],
  'database.ahead': [
    'Databasen uppdaterades av en nyare version.',
    'Installera den versionen igen, eller återställ kopian från tidigare.',
  ],
  'database.not-ready': ['Servern körs, och databasen svarar den inte.', 'Läs serverns logg och starta om den.'],
  'database.in-use': [
    'En annan Samtale har databasen öppen, och den svarar inte på den här porten.',
    'Stoppa den andra, eller sätt SAMTALE_DATA_DIR eller SAMTALE_PORT som den har dem.',
  ],
  'database.damaged': [
    'Filerna i den inbyggda databasen kan inte öppnas.',
    'Återställ en kopia av datamappen, eller flytta bort mappen: nästa start gör en ny databas.',
  ],
  'database.folder-unwritable': [
    'Databasens mapp kan inte skrivas.',
    'Ge mappen till användaren som kör servern, eller sätt SAMTALE_DATA_DIR till en annan.',
  ],
  'database.unreachable': [
    'PostgreSQL-servern svarar inte, eller avvisar inloggningen.',
    'Kontrollera DATABASE_URL, att servern körs och att den släpper in den här maskinen.',
  ],
  'keys.ok': ['Nycklarna förvaras som de ska.', ''],
  'keys.file-exposed': [
    'Andra än ägaren kan öppna filen med epoknycklar.',
    'Kör chmod 600 på den. Om någon kan ha läst den byter du nycklarna med tvång.',
  ],
  'keys.file-damaged': [
    'Filen med epoknycklar är skadad, eller kan inte läsas eller bytas ut.',
    'Lägg tillbaka den nyaste kopian, eller rätta SAMTALE_KEK_FILE.',
  ],
  'keys.overdue': [
    'Epoknyckeln är äldre än den ska bli, så nycklar som har förstörts lever längre i kopior.',
    'Kör servern: den förnyar nyckeln inom en timme. Om den redan körs står skälet i loggen.',
  ],
  'keys.beside-database': [
    'Nyckellagret finns där databasen finns: en kopia av det stället tar båda.',
    'Ge nycklarna en egen plats: KEYS_DATABASE_URL på en annan server, eller en mapp på en annan disk.',
  ],
  'keys.on-network': [
    'Data eller nycklar ligger på en annan maskins disk, där lås och överskrivning kanske inte är vad de verkar.',
    'Använd en disk på den här maskinen; flera noder delar en PostgreSQL-server (KEYS_DATABASE_URL).',
  ],
  'keys.copy-outlived': [
    'En säkerhetskopia av nycklarna är äldre än en epok: nycklar som har förstörts kan komma tillbaka från den.',
    'Radera den.',
  ],
  'restore.waits': [
    'En återställning slutfördes inte, så servern startar inte.',
    'Gör det som felet som nämns ber om; docs/operations.md visar stegen.',
  ],
  'worker.ok': ['Medieprocessen körs.', ''],
  'worker.pending': [
    'Medieprocessen görs klar; rum med upp till fyra fungerar under tiden.',
    'Vänta: det tar ungefär två minuter på två kärnor.',
  ],
  'worker.to-be-made': [
    'Det finns ingen medieprocess än; nästa start hämtar den, och rum med upp till fyra fungerar under tiden.',
    'Starta servern, eller kör: node packages/server/media-worker/provide.ts',
  ],
  'worker.packages-missing': [
    'Paket som medieprocessen byggs med saknas; bara ett officiellt program kan användas.',
    'Installera paketen som nämns.',
  ],
  'worker.unavailable': [
    'Servern körs och har ingen medieprocess, så en femte person kan inte gå med i ett rum.',
    'docs/errors.md säger vad du gör åt felet som nämns.',
  ],
  'worker.broken': [
    'Medieprocessen som MEDIASOUP_WORKER_BIN anger körs inte här.',
    'Ange en annan, eller ta bort MEDIASOUP_WORKER_BIN.',
  ],
  'ports.ok': ['Portarna är lediga, eller så har servern som körs dem.', ''],
  'ports.http-in-use': [
    'Ett annat program lyssnar på webbporten.',
    'Stoppa det programmet, eller sätt SAMTALE_PORT till en annan port.',
  ],
  'ports.media-in-use': [
    'Ett annat program har en av mediarouterns portar, UDP eller TCP.',
    'Stoppa det programmet, eller sätt SAMTALE_MEDIA_PORT till en annan port.',
  ],
  'address.ok': ['Webbläsare når mediaroutern på en adress som den uppger.', ''],
  'address.unreadable': [
    'Den uppgivna adressen är varken en IP-adress eller ett värdnamn.',
    'Sätt SAMTALE_ANNOUNCED_ADDRESS till den här maskinens publika IP-adress.',
  ],
  'address.loopback': [
    'Den uppgivna adressen leder varje webbläsare till sin egen maskin.',
    'Sätt SAMTALE_ANNOUNCED_ADDRESS till adressen som andra når den här maskinen på.',
  ],
  'address.private': [
    'Den uppgivna adressen är privat, och serverns egen adress är publik.',
    'Sätt SAMTALE_ANNOUNCED_ADDRESS till den här maskinens publika IP-adress.',
  ],
  'address.elsewhere': [
    'Den uppgivna adressen är privat, och den här maskinen har den inte.',
    'Rätta SAMTALE_ANNOUNCED_ADDRESS; där en router skickar vidare till den här maskinen uppger du routerns publika adress.',
  ],
  'address.missing': [
    'Serverns adress är publik, den här maskinen har bara privata adresser, och ingen är uppgiven.',
    'Sätt SAMTALE_ANNOUNCED_ADDRESS till den publika IP-adressen, och skicka mediaportarna (UDP och TCP) vidare till den här maskinen.',
  ],
  'relay.ok': ['Reläerna släpper in folk med lösenorden som den här servern ger.', ''],
  'relay.none': ['Inget relä är inställt: par som inte når varandra direkt går genom medieroutern.', ''],
  'relay.no-tls': [
    'Inget relä nås med TLS, den enda vägen ut ur nätverk som bara släpper igenom webbsidor.',
    'Ge coturn ett certifikat och en TLS-port, helst 443 på en egen adress, och lägg till turns:-adressen i SAMTALE_TURN_URLS.',
  ],
  'relay.silent': [
    'Ett relä svarar inte, eller något annat svarar.',
    'Kontrollera att coturn kör, att portarna är öppna (UDP och TCP), och vad som står i SAMTALE_TURN_URLS.',
  ],
  'relay.certificate': [
    'Certifikatet hos ett relä är inget som webbläsare godtar.',
    'Ge coturn ett certifikat för namnet i turns:-adressen, med hela kedjan (cert=, pkey=).',
  ],
  'relay.refuses': [
    'Ett relä avvisar lösenorden som den här servern ger.',
    'Sätt use-auth-secret och samma static-auth-secret i coturn som SAMTALE_TURN_SECRET här, och se på båda klockorna.',
  ],
  'url.ok': ['Webbläsare ger kameror till sidor på den här adressen.', ''],
  'url.insecure': [
    'Den publika adressen är inte HTTPS; webbläsare ger inte sidorna kamera eller mikrofon.',
    'Ställ en proxy med TLS framför (README.md visar två), och sätt SAMTALE_PUBLIC_URL till https://-adressen.',
  ],
  'url.path': [
    'Den publika adressen har en sökväg; servern svarar vid roten av en värd.',
    'Ge den ett eget värdnamn, och sätt SAMTALE_PUBLIC_URL utan sökväg.',
  ],
  'url.proxy-unnamed': [
    'Ingen proxy är betrodd, så alla ser ut att komma från proxyns adress och delar dess gränser.',
    'Sätt SAMTALE_TRUST_PROXY till proxyns adress, 127.0.0.1 där den körs på den här maskinen.',
  ],
  'controller.ok': ['Det är klart vem som svarar för personuppgifter.', ''],
  'controller.missing': [
    'Ingen är namngiven som svarar för personuppgifter, och adressen är publik: servern kommer inte att starta.',
    'Namnge den personuppgiftsansvariga i en fil, och sätt SAMTALE_POLICY till den; docs/configuration.md visar en.',
  ],
  'controller.unreadable': [
    'Filen med policyn kan inte läsas eller har ett fält som är fel.',
    'Rätta det som nämns, eller SAMTALE_POLICY.',
  ],
  'clock.ok': ['Klockan är rimlig.', ''],
  'clock.behind': [
    'Klockan är tidigare än filer som skrevs förut.',
    'Ställ klockan, och håll den med NTP: timedatectl set-ntp true',
  ],
  'clock.unsynchronised': ['Systemet säger att klockan inte är synkroniserad.', 'Slå på NTP: timedatectl set-ntp true'],
  'borders.ok': ['Inget som inte är deklarerat har försökts.', ''],
  'borders.red': [
    'En del av servern försökte något som ingen deklarerar, och avvisades.',
    'Titta i loggen efter rader som slutar på .refused: var och en nämner stället i koden. Anmäl det.',
  ],
  'disk.ok': ['Det finns plats, och mapparna kan skrivas.', ''],
  'disk.low': ['Det finns lite plats kvar på disken.', 'Frigör plats, minst 1 GiB.'],
  'disk.full': ['Det finns nästan ingen plats kvar på disken.', 'Frigör plats, minst 1 GiB.'],
  'disk.unwritable': [
    'En mapp som servern skriver till kan inte skrivas.',
    'Ge mappen till användaren som kör servern, eller ange en annan: SAMTALE_DATA_DIR, SAMTALE_CACHE_DIR.',
  ],
}
