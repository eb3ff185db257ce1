import type { Text } from '@samtale/policy'

export const consentWords = {
  title: { en: 'Cookies and consent', nb: 'Informasjonskapsler og samtykke', sv: 'Kakor och samtycke' },
  lead: {
    en: 'What this site keeps in your browser, and what you have said about it.',
    nb: 'Hva dette nettstedet har i nettleseren din, og hva du har sagt om det.',
    sv: 'Vad den här webbplatsen har i din webbläsare, och vad du har sagt om det.',
  },
  nothing: {
    en: 'Nothing here needs your consent, so you are not asked.',
    nb: 'Ingenting her trenger samtykket ditt, så du blir ikke spurt.',
    sv: 'Ingenting här behöver ditt samtycke, så du blir inte tillfrågad.',
  },
  lists: {
    en: 'What you agreed to by e-mail, such as a newsletter, you take back with the link in each mail.',
    nb: 'Det du har samtykket til på e-post, som et nyhetsbrev, trekker du tilbake med lenken i hver e-post.',
    sv: 'Det du har samtyckt till via e-post, som ett nyhetsbrev, tar du tillbaka med länken i varje mejl.',
  },
  choose: { en: 'Your choices', nb: 'Valgene dine', sv: 'Dina val' },
  yes: { en: 'Yes', nb: 'Ja', sv: 'Ja' },
  no: { en: 'No', nb: 'Nei', sv: 'Nej' },
  save: { en: 'Save choices', nb: 'Lagre valgene', sv: 'Spara valen' },
  accept: { en: 'Accept all', nb: 'Godta alle', sv: 'Godkänn alla' },
  reject: { en: 'Reject all', nb: 'Avvis alle', sv: 'Avvisa alla' },
  settings: { en: 'Choose one by one', nb: 'Velg én og én', sv: 'Välj en och en' },
  saved: {
    en: 'Your choices are saved, and hold from now on.',
    nb: 'Valgene dine er lagret og gjelder fra nå av.',
    sv: 'Dina val är sparade och gäller från och med nu.',
  },
  signal: {
    en: 'Your browser says that you don’t want to be followed. That counts as a no to everything that follows you, unless you say yes here.',
    nb: 'Nettleseren din sier at du ikke vil bli fulgt. Det gjelder som et nei til alt som følger deg, hvis du ikke sier ja her.',
    sv: 'Din webbläsare säger att du inte vill bli följd. Det gäller som ett nej till allt som följer dig, om du inte säger ja här.',
  },
  receipt: { en: 'Download the receipt', nb: 'Last ned kvitteringen', sv: 'Ladda ner kvittot' },
  receiptHint: {
    en: 'What you were asked, word for word, what you answered and when.',
    nb: 'Hva du ble spurt om, ord for ord, hva du svarte og når.',
    sv: 'Vad du fick frågan om, ord för ord, vad du svarade och när.',
  },
  kept: {
    en: 'What is kept in your browser',
    nb: 'Hva som ligger i nettleseren din',
    sv: 'Vad som finns i din webbläsare',
  },
  ask: { en: 'May we?', nb: 'Er det greit?', sv: 'Går det bra?' },
  askText: {
    en: 'Some things on this page need your yes. Nothing of it happens before you answer, and no is as good as yes.',
    nb: 'Noe på denne siden trenger ditt ja. Ingenting av det skjer før du svarer, og nei er like greit som ja.',
    sv: 'En del på den här sidan behöver ditt ja. Inget av det händer innan du svarar, och nej går lika bra som ja.',
  },
  policy: {
    en: 'The privacy policy says the rest',
    nb: 'Resten står i personvernerklæringen',
    sv: 'Resten står i integritetspolicyn',
  },
  other: {
    en: 'Cookies that others keep under their own addresses can only be removed in your browser’s settings.',
    nb: 'Informasjonskapsler som andre har under sine egne adresser, kan bare fjernes i innstillingene i nettleseren.',
    sv: 'Kakor som andra har under sina egna adresser kan bara tas bort i webbläsarens inställningar.',
  },
} as const satisfies Record<string, Text>

export const storageWords = {
  none: {
    en: 'Nothing is kept in your browser, and no cookie is set.',
    nb: 'Ingenting ligger i nettleseren din, og ingen informasjonskapsel settes.',
    sv: 'Ingenting finns i din webbläsare, och ingen kaka sätts.',
  },
  name: { en: 'Name', nb: 'Navn', sv: 'Namn' },
  use: { en: 'What for', nb: 'Hva det er til', sv: 'Vad det är till för' },
  lifetime: { en: 'How long', nb: 'Hvor lenge', sv: 'Hur länge' },
  party: { en: 'Whose', nb: 'Hvem sin', sv: 'Vems' },
  own: { en: 'This site’s', nb: 'Dette nettstedets', sv: 'Webbplatsens egen' },
  only: { en: 'Only if you say yes:', nb: 'Bare hvis du sier ja:', sv: 'Bara om du säger ja:' },
  session: { en: 'Until you close the tab', nb: 'Til du lukker fanen', sv: 'Tills du stänger fliken' },
  cleared: { en: 'Until you clear it', nb: 'Til du sletter det', sv: 'Tills du rensar det' },
} as const satisfies Record<string, Text>
