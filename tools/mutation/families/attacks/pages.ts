import type { Family } from '../../mutation.ts'
import { without, type Attack, type Edit } from './attack.ts'

const server = 'packages/server/src'
const http = `${server}/platform/http`
const escape: Edit = [`${server}/features/pages/markup.ts`, 'return escapeHtml(String(value))', 'return String(value)']
const rooms = (title: string): Attack => [`${server}/features/rooms/rooms.test.ts`, title]
const organisations = (title: string): Attack => [`${server}/features/organisations/organisations.test.ts`, title]
const settled = (title: string): Attack => [`${server}/features/accounts/settings/settings.test.ts`, title]
const policy: Attack = [`${http}/content-security-policy.test.ts`, 'without recipients everything comes from here']
const names = (title: string): Attack => [`${server}/features/rooms/names.test.ts`, title]
const roomNames = `${server}/features/rooms/names.ts`
const looks: Edit = [roomNames, "if (isReserved(looksLike(name))) return { ok: false, problem: 'reserved' }\n", '']
const mixed: Edit = [roomNames, "if (name.split('-').some(mixesScripts)) return { ok: false, problem: 'mixed' }\n", '']
const remade = (title: string): Attack => [`${server}/platform/images/remake.test.ts`, title]
const remake = `${server}/platform/images/remake.ts`
const uploads = `${http}/uploads.ts`

/** Script, in names, messages and pictures; and spellings of paths and names. */
export const script: Family = {
  name: 'attacks: script, names and paths',
  mutations: [
    without('a person’s name is markup', settled('a script in a name stays text'), escape),
    without('a room’s name is markup', rooms('is refused with a reason, and what was typed is kept'), escape),
    without('what is searched for is markup', rooms('a list has pages and can be searched'), escape),
    without('an organisation’s words are markup', organisations('what people write stays text, in pages'), escape),
    without(
      'a report is markup',
      ['packages/server/test/operator/operator.test.ts', 'what was written in it runs nowhere'],
      escape,
    ),
    without('a cell of a table is a formula', organisations('what people write stays text, in pages'), [
      `${server}/features/organisations/pages/csv.ts`,
      "/^[\\s]*[=+\\-@|%\\t]/.test(text) ? `'${text}` : text",
      'text',
    ]),
    ...(
      [
        ['script in a page runs', `'script-src': ["'self'"]`, `'script-src': ["'self'", "'unsafe-inline'"]`],
        ['scripts of others run', `'script-src': ["'self'"]`, `'script-src': ["'self'", 'https:']`],
        ['forms go anywhere', `'form-action': ["'self'"]`, `'form-action': ['*']`],
        ['pages are framed', `'frame-ancestors': ["'none'"]`, `'frame-ancestors': []`],
        ['a page’s addresses begin elsewhere', `'base-uri': ["'none'"]`, `'base-uri': []`],
        ['text becomes code', `["require-trusted-types-for 'script'", 'trusted-types default']`, '[] as string[]'],
      ] as const
    ).map(([what, from, to]) => without(what, policy, [`${http}/content-security-policy.ts`, from, to])),
    without('a picture is whatever a browser takes it for', settled('a picture is kept as pixels alone'), [
      `${http}/http-server.ts`,
      "'x-content-type-options': 'nosniff',\n",
      '',
    ]),
    without('script in a picture runs', settled('a picture is kept as pixels alone'), [
      `${server}/features/accounts/settings/profile-routes.ts`,
      "'content-security-policy': \"default-src 'none'; sandbox\", ",
      '',
    ]),
    without('script in a logo runs', rooms('colours that nobody could read are refused'), [
      `${server}/features/rooms/routes.ts`,
      "'content-security-policy': \"default-src 'none'; sandbox\",\n",
      '',
    ]),
    without(
      'what is no canonical name is a room',
      rooms('what is no canonical name is no room to ask about: KITCHEN'),
      [
        `${server}/features/rooms/routes.ts`,
        '!canonical.ok || canonical.name !== request.params.room',
        '!canonical.ok',
      ],
    ),
    without('a path is a room’s name', names('"../admin" is refused'), [
      'packages/protocol/src/room-name.ts',
      ' || !shape.test(name)',
      '',
    ]),
    without(
      'a page of the server is a room',
      names('"admin" is refused'),
      [
        'packages/protocol/src/room-name.ts',
        'if ((reservedNames as readonly string[]).includes(name))',
        'if ((reservedNames as readonly string[]).length === 0)',
      ],
      looks,
    ),
    without('what looks like a page of the server is a room', names('"аdmin" is refused'), looks, mixed),
    without('a word of two alphabets is a room’s name', names('"kitсhen" is refused'), mixed),
  ],
}

/** Pictures that are too much, something else, or two things at once. */
export const files: Family = {
  name: 'attacks: uploads',
  mutations: [
    without('a picture is sent on as it came', remade('no second file survives: PNG with a page behind it'), [
      remake,
      'return unlessBroken(drawAgain(open(bytes, mostPixels), options.to))',
      'return Buffer.from(bytes)',
    ]),
    without('where it was taken stays in a picture', remade('where it was taken, with what and by whom is gone'), [
      remake,
      '.autoOrient()\n',
      '.autoOrient()\n    .keepMetadata()\n',
    ]),
    without(
      'SVG is a picture, though three checks stand in its way',
      remade('SVG is no picture'),
      [remake, 'if (kind === null || !kinds.includes(kind)) return wrongKind(kinds)\n', ''],
      [remake, 'if (head.format !== kind) return brokenPicture\n', ''],
      [remake, "sharp.block({ operation: ['VipsForeignLoad'] })\n", ''],
    ),
    without('a picture may weigh anything', remade('the reasons say how large it is'), [
      remake,
      'if (bytes.length > most.bytes) return tooHeavy(bytes.length, most.bytes)\n',
      '',
    ]),
    without('a picture may be as large as it likes', remade('a picture of more pixels than are taken'), [
      remake,
      'if (size.width > most.width || size.height > most.height) return tooLarge(size, most)\n',
      '',
    ]),
    without(
      'routes that take no file take one',
      [`${http}/uploads.test.ts`, 'elsewhere none is taken'],
      [
        uploads,
        "if (most === undefined) throw new HttpRefusal('request.invalid')\n    const read = await readUpTo(payload, most + besidesFile)",
        'const read = await readUpTo(payload, (most ?? 65_536) + besidesFile)',
      ],
    ),
    without(
      'a form may be as large as it likes',
      [`${http}/uploads.test.ts`, 'one that is too large is told from one'],
      [uploads, 'return size > most ? new TooLarge(size) : Buffer.concat(parts)', 'return Buffer.concat(parts)'],
      [uploads, 'if (size <= most) parts.push(bytes)\n    else parts.length = 0', 'parts.push(bytes)'],
      [uploads, "if (size > most * patience) throw new HttpRefusal('request.invalid')\n", ''],
    ),
    without(
      'a field that came twice counts',
      [`${http}/uploads.test.ts`, 'a field that came twice is none'],
      [uploads, '.filter((name) => form.getAll(name).length === 1)', ''],
    ),
  ],
}
