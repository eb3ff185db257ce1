import type { Text } from '@samtale/policy'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { HttpErrorCode } from '../../platform/http/errors.ts'
import { markup } from './markup.ts'
import type { Pages } from './pages.ts'

const words: Record<HttpErrorCode, { title: Text; text: Text }> = {
  'request.invalid': {
    title: { en: 'This could not be read', nb: 'Dette kunne ikke leses', sv: 'Det här kunde inte läsas' },
    text: {
      en: 'Something in what was sent is not as the page expects. Go back and try again.',
      nb: 'Noe i det som ble sendt, er ikke slik siden venter. Gå tilbake og prøv igjen.',
      sv: 'Något i det som skickades är inte som sidan väntar sig. Gå tillbaka och försök igen.',
    },
  },
  'card.number-refused': {
    title: { en: 'Leave out the card number', nb: 'Ta ut kortnummeret', sv: 'Ta bort kortnumret' },
    text: {
      en: 'What you wrote has a number in it that can be a payment card’s. We never take one. Nothing was saved: go back, leave the number out, and send again.',
      nb: 'Det du skrev, inneholder et tall som kan være nummeret på et betalingskort. Slike tar vi aldri imot. Ingenting er lagret: gå tilbake, ta ut nummeret og send på nytt.',
      sv: 'Det du skrev innehåller ett tal som kan vara numret på ett betalkort. Sådana tar vi aldri emot. Ingenting har sparats: gå tillbaka, ta bort numret och skicka igen.',
    },
  },
  'request.other-site': {
    title: {
      en: 'This came from elsewhere',
      nb: 'Dette kom fra et annet sted',
      sv: 'Det här kom någon annanstans ifrån',
    },
    text: {
      en: 'It was not sent from a page of this site, so nothing was done. Open the page here, and try again.',
      nb: 'Det ble ikke sendt fra en side på dette nettstedet, så ingenting er gjort. Åpne siden her, og prøv igjen.',
      sv: 'Det skickades inte från en sida på den här webbplatsen, så inget har gjorts. Öppna sidan här och försök igen.',
    },
  },
  'sign-in.needed': {
    title: { en: 'Sign in first', nb: 'Logg på først', sv: 'Logga in först' },
    text: {
      en: 'This is only for who is signed in. Sign in, and try again.',
      nb: 'Dette er bare for den som er logget på. Logg på, og prøv igjen.',
      sv: 'Det här är bara för den som är inloggad. Logga in och försök igen.',
    },
  },
  'sign-in.refused': {
    title: {
      en: 'We can’t tell that it is you',
      nb: 'Vi kan ikke se at det er deg',
      sv: 'Vi kan inte se att det är du',
    },
    text: {
      en: 'What was shown doesn’t fit an account here. Go back and try again, or sign in with a code by e-mail.',
      nb: 'Det som ble vist, passer ikke til noen konto her. Gå tilbake og prøv igjen, eller logg på med en kode på e-post.',
      sv: 'Det som visades passar inget konto här. Gå tillbaka och försök igen, eller logga in med en kod via e-post.',
    },
  },
  'form.too-many': {
    title: { en: 'Too many at once', nb: 'For mange på en gang', sv: 'För många på en gång' },
    text: {
      en: 'More was sent from your network than we take in so short a time. Go back, wait a minute, and send again.',
      nb: 'Det er sendt mer fra nettverket ditt enn vi tar imot på så kort tid. Gå tilbake, vent et minutt og send på nytt.',
      sv: 'Det har skickats mer från ditt nätverk än vi tar emot på så kort tid. Gå tillbaka, vänta en minut och skicka igen.',
    },
  },
  'not-found': {
    title: { en: 'Nothing is here', nb: 'Her er det ingenting', sv: 'Här finns ingenting' },
    text: {
      en: 'Check the address, or begin at the start page.',
      nb: 'Se over adressen, eller begynn på forsiden.',
      sv: 'Kontrollera adressen, eller börja på startsidan.',
    },
  },
  'server.internal': {
    title: { en: 'Something went wrong here', nb: 'Noe gikk galt hos oss', sv: 'Något gick fel hos oss' },
    text: {
      en: 'The mistake is ours, and we can see where it happened. Try again in a while.',
      nb: 'Feilen er vår, og vi kan se hvor den skjedde. Prøv igjen om en stund.',
      sv: 'Felet är vårt, och vi kan se var det hände. Försök igen om en stund.',
    },
  },
}

/** What a person sees where a program would get an error’s code. */
export function createErrorPage(pages: Pages) {
  return (request: FastifyRequest, reply: FastifyReply, code: HttpErrorCode): FastifyReply => {
    const language = pages.languageOf(request)
    const { title, text } = words[code]
    const body = markup`<div class="page"><h1>${title[language]}</h1>
<p role="alert" class="lead">${text[language]}</p></div>`
    return pages.send(request, reply, { title: title[language], body, status: reply.statusCode })
  }
}
