import type { Text } from '@samtale/policy'
import { say } from '../../deeds/fields.ts'

/** Grounds on which the law lets a request be refused, as the command takes them. */
export const grounds: readonly { readonly value: string; readonly label: Text }[] = [
  [
    '11-2',
    say(
      'they can’t be found in it (art. 11(2))',
      'de kan ikke finnes i det (art. 11 nr. 2)',
      'de kan inte hittas i det (art. 11.2)',
    ),
  ],
  [
    '12-5',
    say(
      'unfounded or excessive (art. 12(5))',
      'grunnløst eller overdrevent (art. 12 nr. 5)',
      'ogrundad eller orimlig (art. 12.5)',
    ),
  ],
  [
    '15-4',
    say('rights of others (art. 15(4))', 'andres rettigheter (art. 15 nr. 4)', 'andras rättigheter (art. 15.4)'),
  ],
  ['16', say('it is not wrong (art. 16)', 'det er ikke feil (art. 16)', 'det är inte fel (art. 16)')],
  [
    '17-3-a',
    say('freedom of expression (art. 17(3)(a))', 'ytringsfrihet (art. 17 nr. 3 a)', 'yttrandefrihet (art. 17.3 a)'),
  ],
  [
    '17-3-b',
    say('a law demands it (art. 17(3)(b))', 'en lov krever det (art. 17 nr. 3 b)', 'en lag kräver det (art. 17.3 b)'),
  ],
  ['17-3-c', say('public health (art. 17(3)(c))', 'folkehelse (art. 17 nr. 3 c)', 'folkhälsa (art. 17.3 c)')],
  [
    '17-3-d',
    say(
      'archives and research (art. 17(3)(d))',
      'arkiv og forskning (art. 17 nr. 3 d)',
      'arkiv och forskning (art. 17.3 d)',
    ),
  ],
  ['17-3-e', say('legal claims (art. 17(3)(e))', 'rettskrav (art. 17 nr. 3 e)', 'rättsliga anspråk (art. 17.3 e)')],
  [
    '18-1-a',
    say(
      'no ground to restrict (art. 18(1))',
      'ingen grunn til begrensning (art. 18 nr. 1)',
      'ingen grund för begränsning (art. 18.1)',
    ),
  ],
  [
    '20-3',
    say('a public task (art. 20(3))', 'en offentlig oppgave (art. 20 nr. 3)', 'en offentlig uppgift (art. 20.3)'),
  ],
  [
    '20-4',
    say('rights of others (art. 20(4))', 'andres rettigheter (art. 20 nr. 4)', 'andras rättigheter (art. 20.4)'),
  ],
  ['21-1', say('compelling grounds (art. 21(1))', 'tvingende grunner (art. 21 nr. 1)', 'tvingande skäl (art. 21.1)')],
  [
    '23-1',
    say(
      'a law restricts the right (art. 23(1))',
      'en lov innskrenker retten (art. 23 nr. 1)',
      'en lag inskränker rätten (art. 23.1)',
    ),
  ],
].map(([value, label]) => ({ value: value as string, label: label as Text }))
