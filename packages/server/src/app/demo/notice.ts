/** At the head of every page of a demonstration. */
export const demoNotice = {
  text: {
    en: 'This is a demonstration. The people in it are samples, and no mail leaves this machine.',
    nb: 'Dette er en demonstrasjon. Personene i den er oppdiktet, og ingen e-post forlater denne maskinen.',
    sv: 'Det här är en demonstration. Personerna i den är påhittade, och inget mejl lämnar den här datorn.',
  },
} as const
