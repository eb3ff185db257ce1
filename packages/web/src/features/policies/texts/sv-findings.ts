import type { Explanations } from './explanation.ts'

export const svFindings: Explanations = {
  'profile.syntax': {
    wrong: 'Filen kan inte läsas här: den är inte YAML, eller så använder den något som policyer inte har.',
    why: 'Det som inte kan läsas kan inte prövas, så ingenting i den här policyn är bedömt.',
    mend: 'Se efter indrag, citattecken och klamrar på den här raden och den ovanför. Varje namn står en gång, och ankare (&, *) används inte.',
  },
  'profile.too-large': {
    wrong: 'Filen är större än en policy kan vara.',
    why: 'En policy ska läsas av människor. Tio gånger den längsta vi känner till är för mycket.',
    mend: 'Behåll det som hör till policyn, högst en miljon tecken.',
  },
  'schema.unknown-key': {
    wrong: 'Språket har inget sådant namn på den här platsen.',
    why: 'Ett felskrivet namn skulle inte göra något, och policyn skulle lova det som inte görs.',
    mend: 'Se efter stavning och indrag, eller ta bort namnet.',
  },
  'schema.invalid': {
    wrong: 'Det här är en annan sorts värde än språket har här.',
    why: 'Systemet kan bara göra det som det förstår utan att gissa.',
    mend: 'Skriv värdet så som meddelandet nedan säger: en text, en lista, ett av några få ord.',
  },
  'controller.identity.missing': {
    wrong: 'Ingen är angiven som ansvarig, eller så saknas namn, adress eller kontakt.',
    why: 'Människor måste få veta vem som bestämmer över deras uppgifter och vem de kan vända sig till (dataskyddsförordningen art. 13.1 a).',
    mend: 'Skriv juridiskt namn, postadress, land, e-postadress och kontakt för integritet under controller.',
  },
  'controller.address.incomplete': {
    wrong: 'Postadressen har inget postnummer.',
    why: 'Ett brev dit kommer kanske inte fram, och en begäran i brev är lika god som någon annan (art. 12.2).',
    mend: 'Lägg till postnummer och ort i adressen.',
  },
  'policy.version.missing': {
    wrong: 'Policyn säger inte sedan när den gäller.',
    why: 'Utan datum kan ingen se vilken text som gällde när, eller att den har ändrats (art. 5.2).',
    mend: 'Skriv dagen som effective: 2026-11-22.',
  },
  'reference.broken': {
    wrong: 'Det här hänvisar till något som policyn inte har.',
    why: 'Ett löfte som inte leder någonstans kan inte hållas, och den som läser skickas runt i cirklar.',
    mend: 'Ange det som menas, eller hänvisa till något som finns.',
  },
  'section.empty': {
    wrong: 'En lista är utlovad, och det står ingenting i den.',
    why: 'Människor har rätt till innehållet, inte till rubriken (art. 12.1 och 13).',
    mend: 'Fyll i listan eller ta bort den. Är det meningen att ingen får uppgifterna, skriv nobody.',
  },
  'text.missing': {
    wrong: 'En text är tom eller saknas på ett av policyns språk.',
    why: 'En policy ska kunna förstås av dem som den handlar om (art. 12.1).',
    mend: 'Skriv texten på alla språken, eller ta bort språket från listan.',
  },
  'text.placeholder': {
    wrong: 'En platshållare står kvar i texten.',
    why: 'Ingen kan se vad som lovas, så då är ingenting lovat (art. 12.1).',
    mend: 'Sätt in det som klamrarna står för.',
  },
  'category.without-processing': {
    wrong: 'De här uppgifterna nämns, men inte vad de används till.',
    why: 'Uppgifter utan ändamål och rättslig grund får man inte ha (art. 5.1 b och 6.1).',
    mend: 'Ta med dem i en behandling med ändamål, grund och slut, eller ta bort dem.',
  },
  'category.source.missing': {
    wrong: 'Uppgifterna kommer från någon annan, och det står inte från vem.',
    why: 'Den som inte själv har lämnat uppgifterna ska få veta var de kommer ifrån (art. 14.2 f).',
    mend: 'Ange källan under sourceName.',
  },
  'category.location.precise': {
    wrong: 'Exakt position används utan samtycke till det.',
    why: 'Var någon är på några meter när läses från deras enhet, och det kräver ett ja (lagen om elektronisk kommunikation 9 kap. 28 §).',
    mend: 'Låt behandlingen vila på ett eget samtycke, eller nöj er med ort eller land.',
  },
  'category.card.stored': {
    wrong: 'Kortnummer sparas.',
    why: 'Ett kortnummer på drift är förlorade pengar. Betaltjänster förvarar det så att ingen annan behöver det (art. 5.1 c och 32).',
    mend: 'Låt numret stanna hos betaltjänsten, och spara på sin höjd kvittot.',
  },
  'category.telemetry.subject': {
    wrong: 'Mätningar som sägs handla om enheter är knutna till en person.',
    why: 'Det som är knutet till en person är personuppgifter, vad det än kallas (art. 4.1).',
    mend: 'Knyt dem till enheten eller kunden, eller säg att de handlar om människor.',
  },
  'provision.missing': {
    wrong: 'Det står inte om uppgifterna måste lämnas, och vad som händer om de inte gör det.',
    why: 'Människor måste veta vad som är frivilligt innan de bestämmer sig (art. 13.2 e).',
    mend: 'Skriv provision med slag och följd.',
  },
  'purpose.unused': {
    wrong: 'Ett ändamål är angivet, och ingenting görs för det.',
    why: 'Ett ändamål i reserv får varje senare användning att se aviserad ut (art. 5.1 b).',
    mend: 'Ta bort det, eller ange den behandling som tjänar det.',
  },
  'basis.missing': {
    wrong: 'Den här användningen av uppgifter har ingen rättslig grund.',
    why: 'Utan en av de sex grunderna är användningen olaglig (art. 6.1), och människor ska få veta vilken det är (art. 13.1 c).',
    mend: 'Skriv grunden: samtycke, avtal, rättslig förpliktelse, grundläggande intresse, allmänt intresse eller berättigat intresse.',
  },
  'basis.interest.missing': {
    wrong: 'Ett berättigat intresse åberopas utan att säga vilket, eller utan att vägas.',
    why: 'Intresset måste nämnas, och det måste väga tyngre än personens eget (art. 6.1 f och 13.1 d).',
    mend: 'Skriv intresset, avvägningen och vad som händer när någon invänder.',
  },
  'consent.implied': {
    wrong: 'Ett besök, ett konto eller att man fortsätter tas för samtycke.',
    why: 'Samtycke är en tydlig handling, frivillig och för en sak. Tystnad är det inte (art. 4.11, skäl 32).',
    mend: 'Fråga, med ett ja och ett nej som är lika lätta, eller låt användningen vila på en annan grund som håller.',
  },
  'consent.without.use': {
    wrong: 'Man ber om samtycke och gör ingenting med det.',
    why: 'En fråga utan användning tröttar ut människor och säger inget sant (art. 5.1 a).',
    mend: 'Ta bort frågan, eller ange vad samtycket bär.',
  },
  'consent.bundled': {
    wrong: 'Att ta tillbaka samtycket avslutar mer än det gavs för.',
    why: 'Ett samtycke som inte kan tas tillbaka utan att man förlorar något annat är inte frivilligt (art. 7.3 och 7.4).',
    mend: 'Låt resten stå på sin egen grund, som avtalet, och avsluta bara det som samtycket bar.',
  },
  'retention.missing': {
    wrong: 'Det står inte när uppgifterna raderas.',
    why: 'Människor ska få veta hur länge (art. 13.2 a), och ingenting får sparas för alltid (art. 5.1 e).',
    mend: 'Skriv retention: hur länge, från när och senast när.',
  },
  'retention.unbounded': {
    wrong: 'Uppgifterna sparas så länge något gäller, och det kan vara för alltid.',
    why: '”Så länge det är nödvändigt” är ingen gräns som någon kan pröva (art. 5.1 e).',
    mend: 'Behåll kriteriet och lägg till ett tak: det längsta som det någonsin kan bli.',
  },
  'retention.malformed': {
    wrong: 'Det här är ingen tidslängd som en maskin kan räkna.',
    why: 'Det som inte kan räknas kan inte hållas (art. 5.1 e).',
    mend: 'Skriv den enligt ISO 8601: P30D är 30 dagar, P1Y ett år, PT72H 72 timmar.',
  },
  'retention.below.legal.min': {
    wrong: 'Uppgifterna skulle raderas innan en lag tillåter det.',
    why: 'Kräver en lag att handlingar bevaras bryter man den genom att radera för tidigt (art. 6.1 c och 17.3 b).',
    mend: 'Låt tiden börja där lagen låter den börja, ofta vid räkenskapsårets slut, och gör den lika lång.',
  },
  'retention.above.cap': {
    wrong: 'Uppgifterna ligger kvar längre än sådana uppgifter får.',
    why: 'Myndigheter har sagt vad som är för länge: spår efter besökare i mer än 25 månader, till exempel (art. 5.1 e).',
    mend: 'Korta tiden, eller gör uppgifterna anonyma tidigare.',
  },
  'recipient.undeclared': {
    wrong: 'Uppgifter går till någon som inte står bland mottagarna.',
    why: 'Människor ska få veta vem som får deras uppgifter (art. 13.1 e).',
    mend: 'Ange mottagaren, eller sluta skicka.',
  },
  'recipient.contradicts.claim': {
    wrong: 'Policyn ger ett löfte som dess egna mottagare bryter.',
    why: 'Den som läser ”ingenting lämnar EES” eller ”inga tredje parter” vilseleds när andra ändå får uppgifterna (art. 5.1 a).',
    mend: 'Klara er utan mottagaren, eller ta tillbaka löftet.',
  },
  'recipient.identity.missing': {
    wrong: 'Ett personuppgiftsbiträde saknar juridiskt namn, land eller avtal.',
    why: 'Ingen får behandla uppgifter åt en annan utan avtal om det (art. 28.3), och människor ska få veta vem det är (art. 13.1 e).',
    mend: 'Skriv legalName, country och var avtalet finns.',
  },
  'recipient.by-category': {
    wrong: 'Mottagare nämns som slag, inte vid namn.',
    why: 'I en policy är det tillåtet; den som frågar ska få namnen (art. 13.1 e och 15.1 c).',
    mend: 'Nämn dem vid namn där ni kan. Ha annars en lista redo för den som frågar.',
  },
  'transfer.tool.missing': {
    wrong: 'Uppgifter lämnar EES, och det står inte på vilken grund.',
    why: 'Utanför EES måste skyddet skapas: genom ett beslut om adekvat skydd, standardklausuler eller bindande regler (art. 44–46 och 13.1 f).',
    mend: 'Ange överföringen med grund och var man kan få en kopia, eller anlita någon inom EES.',
  },
  'cookie.category.mismatch': {
    wrong: 'Något som följer människor kallas nödvändigt eller funktionellt.',
    why: 'Vad det kallas avgör om människor blir frågade. Spårning kräver alltid ett ja (lagen om elektronisk kommunikation 9 kap. 28 §).',
    mend: 'Kalla det statistik eller marknadsföring och be om samtycke, eller klara er utan.',
  },
  'cookie.consent.missing': {
    wrong: 'Något som inte är absolut nödvändigt sparas på enheten utan samtycke.',
    why: 'Att spara eller läsa något på andras enhet kräver ett ja, om inte det de bad om är omöjligt utan (lagen om elektronisk kommunikation 9 kap. 28 §).',
    mend: 'Ange samtycket som det väntar på, eller klara er utan.',
  },
  'cookie.lifetime.missing': {
    wrong: 'En kaka har ingen livslängd. ”Varaktig” är ingen.',
    why: 'Människor ska få veta hur länge en kaka finns kvar (art. 13.2 a; EU-domstolen, C-673/17).',
    mend: 'Skriv hur länge, som P6M, eller session.',
  },
  'cookie.lifetime.long': {
    wrong: 'En kaka som skiljer webbläsare från varandra lever längre än myndigheter rekommenderar.',
    why: 'Efter 13 månader bör människor tillfrågas igen och inte längre kännas igen (CNIL:s riktlinjer; art. 5.1 e).',
    mend: 'Korta den till 13 månader (P13M) eller mindre.',
  },
  'claim.anonymous.false': {
    wrong: 'Uppgifter kallas anonyma, och var och en kan skiljas ut i dem.',
    why: 'Den som kan skiljas ut kan identifieras: det är personuppgifter, med alla rättigheter (art. 4.1, skäl 26).',
    mend: 'Ta bort numret som skiljer människor åt, eller kalla uppgifterna vad de är.',
  },
  'claim.e2e.false': {
    wrong: 'Samtal kallas krypterade hela vägen, och en router på vägen kan dekryptera dem.',
    why: 'Människor talar friare när de får höra att ingen kan lyssna. Då måste det vara sant (art. 5.1 a).',
    mend: 'Säg när det är sant och när det inte är det, eller använd en router som inte har någon nyckel.',
  },
  'claim.contradicted': {
    wrong: 'Policyn påstår något som resten av den säger emot.',
    why: 'En policy ska vara korrekt och tydlig (art. 5.1 a och 12.1). Av två motsatta meningar är en osann.',
    mend: 'Ändra det som säger emot, eller ta tillbaka påståendet.',
  },
  'mail.kind.mismatch': {
    wrong: 'E-post som säljer något är angiven som meddelande från tjänsten, eller tvärtom.',
    why: 'Marknadsföring kräver samtycke och kan alltid avböjas (marknadsföringslagen 19 §; art. 21.2).',
    mend: 'Ange den som marknadsföring med samtycke, eller håll e-posten till det som tjänsten måste säga.',
  },
  'mail.tracked.without-consent': {
    wrong: 'Det registreras om människor öppnar ett mejl, utan att fråga dem.',
    why: 'En dold bild som rapporterar tillbaka läser från deras enhet, och det kräver ett ja (lagen om elektronisk kommunikation 9 kap. 28 §).',
    mend: 'Sluta med det, eller be om samtycke till det för sig.',
  },
  'assessment.missing': {
    wrong: 'Den här användningen har tecken på hög risk, och följderna är inte bedömda.',
    why: 'Där risken för människor är hög måste den tänkas igenom i förväg (art. 35).',
    mend: 'Gör bedömningen och ange dokumentet, eller sänk risken.',
  },
  'notice.late': {
    wrong: 'Människor eller myndigheten får besked eller svar senare än lagen tillåter.',
    why: 'En begäran besvaras inom en månad (art. 12.3), en incident anmäls inom 72 timmar (art. 33.1).',
    mend: 'Korta tiden.',
  },
  'address.kept-long': {
    wrong: 'Hela nätverksadresser sparas i mer än en vecka.',
    why: 'En adress leder till en person. En vecka räcker för att se ett angrepp (art. 5.1 c och e).',
    mend: 'Korta adressen innan den skrivs ner, eller radera den inom en vecka.',
  },
  'signal.ignored': {
    wrong: 'Policyn vill strunta i det som webbläsare säger av sig själva: Do Not Track, Global Privacy Control.',
    why: 'Man kan invända med en sådan signal (art. 21.5). Det här systemet följer den, vad policyn än säger.',
    mend: 'Skriv honour. Då säger policyn det som händer.',
  },
  'review.overdue': {
    wrong: 'Något skulle ses över igen, och dagen har passerat.',
    why: 'Säkerhet och risker ses över regelbundet, inte en gång (art. 24.1 och 32.1 d).',
    mend: 'Se över det igen, och skriv dagen.',
  },
}
