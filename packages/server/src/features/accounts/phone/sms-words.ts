import type { Text } from '@samtale/policy'

/** What a text message says. Browsers and phones find the code by the last line (“origin-bound one-time codes”). */
export const smsText: Text = {
  en: 'Your code for {service} is {code}. It works once, for five minutes. We never ask anybody for it.',
  nb: 'Koden din for {service} er {code}. Den virker én gang, i fem minutter. Vi spør aldri noen om den.',
  sv: 'Din kod för {service} är {code}. Den fungerar en gång, i fem minuter. Vi frågar aldrig någon om den.',
}
