import type { Family } from '../../mutation.ts'
import { without, type Attack } from './attack.ts'

const server = 'packages/server/src'
const accounts = `${server}/features/accounts`
const forged = (sender: string): Attack => [
  `${accounts}/sign-in/sign-in.test.ts`,
  `a form that ${sender} sends is refused`,
]
const everyRoute: Attack = [
  'packages/server/test/attacks/attacks.test.ts',
  'every route lets through whom its declaration names',
]
const next: Attack = [`${accounts}/sign-in/sign-in.test.ts`, 'after signing in nobody is sent to']
const rooms = (title: string): Attack => [`${server}/features/rooms/rooms.test.ts`, title]
const operator = (title: string): Attack => ['packages/server/test/operator/operator.test.ts', title]
const sameOrigin = `${server}/platform/http/same-origin.ts`
const gate = `${accounts}/gate.ts`
const paths = `${accounts}/sign-in/next.ts`

/** Forms of other sites, routes that aren’t theirs, ways out, and fields that no form has. */
export const gates: Family = {
  name: 'attacks: the gate and forms',
  mutations: [
    without('other sites send forms to pages of one’s own', forged('another site'), [
      `${server}/platform/http/gate.ts`,
      "if (request.method !== 'GET' && request.method !== 'HEAD') refuseOtherSites(request.headers)\n",
      '',
    ]),
    without('other sites sign people in and out', forged('another site'), [
      `${accounts}/routes.ts`,
      "if (request.method !== 'GET' && request.method !== 'HEAD') refuseOtherSites(request.headers)\n",
      '',
    ]),
    without('sites beside ours send forms', forged('a site beside ours'), [
      sameOrigin,
      "site === 'same-origin'",
      "site !== 'cross-site'",
    ]),
    without('any origin will do', forged('another origin, in a browser without Fetch Metadata'), [
      sameOrigin,
      "site !== undefined ? site === 'same-origin' : origin !== undefined && URL.parse(origin)?.host === host",
      "site ? site === 'same-origin' : origin !== host",
    ]),
    without('nobody has to say from where', forged('nobody says from where'), [
      sameOrigin,
      "site !== undefined ? site === 'same-origin' : origin !== undefined && URL.parse(origin)?.host === host",
      "site ? site === 'same-origin' : origin === undefined || URL.parse(origin)?.host === host",
    ]),
    without('every room is everybody’s', rooms('a foreign room is not found, on any of its pages'), [
      gate,
      'return room()',
      'return true',
    ]),
    without('who may ask what is asked by nobody', everyRoute, [
      gate,
      "if (!isLet) throw new HttpRefusal('not-found')\n",
      '',
    ]),
    without(
      'everybody with two factors runs the installation',
      ['packages/server/test/operator/closing.test.ts', 'whoever runs nothing learns nothing of these pages'],
      [gate, 'return operator()', 'return true'],
    ),
    without(
      'every member may do what owners may',
      [`${server}/features/organisations/organisations.test.ts`, 'no role reaches above itself, whatever is sent'],
      [
        gate,
        'organisationRoles.indexOf(role) >= organisationRoles.findIndex((one) => access === `organisation-${one}`)',
        'organisationRoles.includes(role)',
      ],
    ),
    without('admins need no second factor', rooms('how all rooms of an organisation look is its admins’ to choose'), [
      gate,
      "if (needsTwoFactors(access) && factors < 2) return '/sign-in/factor'\n",
      '',
    ]),
    without('whose account is closed goes on', operator('row N10: whoever’s account is closed'), [
      gate,
      "if ((await isClosed(who.account)) && !keepsRights(request)) return to('/appeal')\n",
      '',
    ]),
    without('who closed an account decides about the appeal', operator('row N10: whoever’s account is closed'), [
      `${server}/features/suspension/suspensions.ts`,
      "if (others && suspension.placed_by === by) return 'not-yours'\n",
      '',
    ]),
    without('after signing in one is sent to any address', next, [
      paths,
      'one !== null && part.test(one)',
      'one !== null',
    ]),
    without('whoever names an organisation makes rooms for it', rooms('an organisation’s room is its hosts’ to set'), [
      `${server}/features/rooms/list-routes.ts`,
      "const organisation = (await hostedBy(visit)).find((one) => one.organisation === sent['owner'])?.organisation",
      "const organisation = sent['owner']",
    ]),
    without(
      'a profile takes any field',
      [`${accounts}/sign-in/sign-in.test.ts`, 'what nobody asked for is not taken'],
      [
        `${accounts}/settings/profile-routes.ts`,
        'profile: { name: new Personal(accountCategory, name), language, theme }',
        'profile: { ...sent, name: new Personal(accountCategory, name), language, theme }',
      ],
      [
        `${accounts}/settings/settings.ts`,
        '{ name, language, theme }: { name',
        '{ name, language, theme, ...more }: { name',
      ],
      [
        `${accounts}/settings/settings.ts`,
        'text),\n        language,',
        "text),\n        ...('role' in more ? { role: more.role as Role } : {}),\n        language,",
      ],
    ),
    without(
      'a deed takes fields that its form hasn’t',
      operator('a form’s own fields reach the command, and no others'),
      [
        `${server}/features/operator/deeds/do-deed.ts`,
        'const sent = fieldsOf(deed, body)',
        'const sent = { ...(body as Sent), ...fieldsOf(deed, body) }',
      ],
    ),
    without(
      'whoever has a used first-run link runs the installation',
      [
        `${server}/features/operator/first-run/invitation.test.ts`,
        'the link opens once, for whoever has all of its secret',
      ],
      [`${server}/features/operator/first-run/invitation.ts`, ' &&\n    !(await hasOperator())', ''],
      [`${server}/features/operator/first-run/invitation.ts`, 'open = null\n      let done', 'let done'],
    ),
    without(
      'many come in by one first-run link',
      [
        `${server}/features/operator/first-run/invitation.test.ts`,
        'of many who come at once with the same link, one gets in',
      ],
      [`${server}/features/operator/first-run/invitation.ts`, 'open = null\n      let done', 'let done'],
    ),
    without(
      'a first-run link never ends',
      [`${server}/features/operator/first-run/invitation.test.ts`, 'it lapses after an hour'],
      [`${server}/features/operator/first-run/invitation.ts`, 'clock.now().getTime() < open.until &&\n    ', ''],
    ),
  ],
}
