import type { Text } from '@samtale/policy'

const say = (en: string, nb: string, sv: string): Text => ({ en, nb, sv })

/** Words around the agreement. */
export const agreementPageWords = {
  title: say('Data processing agreement', 'Databehandleravtale', 'Personuppgiftsbiträdesavtal'),
  lead: say(
    'The organisation answers for its people’s data; whoever runs this service works for it. This is the contract between the two that GDPR art. 28 asks for. It is made of the policy in force, and says what it says.',
    'Organisasjonen svarer for opplysningene om folkene sine; den som driver tjenesten, arbeider for den. Dette er avtalen mellom de to som GDPR art. 28 krever. Den er laget av erklæringen som gjelder, og sier det samme.',
    'Organisationen svarar för uppgifterna om sina människor; den som driver tjänsten arbetar för den. Det här är avtalet mellan de två som GDPR art. 28 kräver. Det är gjort av policyn som gäller och säger detsamma.',
  ),
  text: say('The agreement', 'Avtalen', 'Avtalet'),
  version: say('Version', 'Versjon', 'Version'),
  print: say(
    'Open it alone, to print or save',
    'Åpne den for seg, til utskrift eller lagring',
    'Öppna det för sig, för utskrift eller att spara',
  ),
  history: say('Accepted so far', 'Godtatt til nå', 'Godkänt hittills'),
  state: {
    missing: say('Nobody has accepted it yet', 'Ingen har godtatt den ennå', 'Ingen har godkänt det än'),
    changed: say(
      'It has changed, and is asked for again',
      'Den er endret, og må godtas på nytt',
      'Det har ändrats och behöver godkännas på nytt',
    ),
    accepted: say('Accepted', 'Godtatt', 'Godkänt'),
  },
  detail: {
    missing: say(
      'An owner who may sign for the organisation accepts it below.',
      'En eier som kan signere for organisasjonen, godtar den nedenfor.',
      'En ägare som får skriva under för organisationen godkänner det nedan.',
    ),
    changed: say(
      'What is done with data is no longer what was accepted. Until an owner accepts the new text, the old one counts.',
      'Det som gjøres med opplysninger, er ikke lenger det som ble godtatt. Til en eier godtar den nye teksten, gjelder den gamle.',
      'Det som görs med uppgifter är inte längre det som godkändes. Tills en ägare godkänner den nya texten gäller den gamla.',
    ),
  },
  onlyOwners: say('Only an owner can accept it.', 'Bare en eier kan godta den.', 'Bara en ägare kan godkänna det.'),
  operatorFirst: say(
    'Whoever runs this service hasn’t said yet who they are. Until then there is nobody to agree with.',
    'Den som driver tjenesten, har ikke sagt hvem de er ennå. Til da er det ingen å inngå avtale med.',
    'Den som driver tjänsten har inte sagt vem de är än. Tills dess finns det ingen att ingå avtal med.',
  ),
  nameFirst: say(
    'First say the organisation’s legal name and its address for questions about privacy.',
    'Oppgi først organisasjonens juridiske navn og adressen for spørsmål om personvern.',
    'Ange först organisationens juridiska namn och adressen för frågor om integritet.',
  ),
  toSettings: say('To the settings', 'Til innstillingene', 'Till inställningarna'),
  acceptTitle: say('Accept for {name}', 'Godta for {name}', 'Godkänn för {name}'),
  acceptLead: say(
    'Your name, position and the time are kept with this version, and a copy goes to your e-mail address.',
    'Navnet ditt, stillingen og tidspunktet lagres sammen med denne versjonen, og en kopi går til e-postadressen din.',
    'Ditt namn, din befattning och tiden sparas med den här versionen, och en kopia går till din e-postadress.',
  ),
  name: say('Your full name', 'Hele navnet ditt', 'Ditt fullständiga namn'),
  position: say('Your position', 'Stillingen din', 'Din befattning'),
  positionHint: say(
    'Such as head teacher or managing director.',
    'Som rektor eller daglig leder.',
    'Såsom rektor eller vd.',
  ),
  authority: say('Authority', 'Fullmakt', 'Behörighet'),
  authorityText: say(
    'I may enter into this agreement for the organisation.',
    'Jeg kan inngå denne avtalen på vegne av organisasjonen.',
    'Jag får ingå det här avtalet för organisationen.',
  ),
  accept: say('Accept the agreement', 'Godta avtalen', 'Godkänn avtalet'),
  controller: say('Controller', 'Behandlingsansvarlig', 'Personuppgiftsansvarig'),
  contact: say('Contact for privacy', 'Kontakt for personvern', 'Kontakt för integritet'),
  processor: say('Processor', 'Databehandler', 'Personuppgiftsbiträde'),
  acceptedBy: say('Accepted by', 'Godtatt av', 'Godkänt av'),
  back: say('Back to the agreement', 'Tilbake til avtalen', 'Tillbaka till avtalet'),
  accepted: say(
    'Accepted. A copy is on its way to you.',
    'Godtatt. En kopi er på vei til deg.',
    'Godkänt. En kopia är på väg till dig.',
  ),
  changedMeanwhile: say(
    'The text changed while you read it. Read it again.',
    'Teksten ble endret mens du leste den. Les den på nytt.',
    'Texten ändrades medan du läste den. Läs den igen.',
  ),
} as const
