/**
 * Words that no room’s name may have, in the three languages that Samtale speaks: slurs and the coarsest of the rest.
 * Short on purpose. A word that is harmless in one of them isn’t here, such as `slut` (Swedish for end), `fag` (Norwegian
 * for subject), `pikk`, `rape` or `cock`; an operator can add more.
 */
export const refusedWords: readonly string[] = [
  ...['asshole', 'arsehole', 'bitch', 'bitches', 'bullshit', 'cunt', 'cunts', 'faggot', 'faggots', 'fuck', 'fucked'],
  ...['fucker', 'fuckers', 'fucking', 'fuckyou', 'motherfucker', 'motherfuckers', 'motherfucking'],
  ...['nigga', 'niggas', 'nigger', 'niggers', 'porn', 'raghead', 'shit', 'shithead', 'shitty', 'tranny', 'trannies'],
  ...['twat', 'wanker', 'wankers', 'wetback', 'whore', 'whores', 'heilhitler', 'siegheil'],
  ...['dritthue', 'fitte', 'fitta', 'horer', 'horunge', 'jævlahore', 'kuk', 'kuken', 'kukk', 'kukhue'],
  ...['knull', 'knulle', 'knuller', 'ludder', 'neger', 'negeren', 'negre', 'pakkis', 'pakkiser', 'porno', 'pulehue'],
  ...['rasshøl', 'rævhøl', 'svarting', 'svartinger'],
  ...['blattar', 'blatte', 'bögjävel', 'fittan', 'fittor', 'horor', 'jävlahora', 'knulla', 'knullar', 'kukar'],
  ...['negrer', 'rövhål', 'svartskalle', 'svartskallar'],
]
