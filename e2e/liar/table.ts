/** A check, taken out of the sources: the file, what stands there once, and what stands there without it. */
export type Edit = readonly [place: string, from: string, to: string]

/** Something that a lying server does, and what becomes of it. */
export interface Lie {
  /** As the test names it. */
  id: string
  does: string
  /** What it meets. */
  meets: string
  /** What people see of it. */
  shows: string
  /** With these the lie gets through. Empty where there is nothing to take out; then `meets` says why. */
  without: readonly Edit[]
}

/** In a copy of the project whose check is taken out: the lie that is told. */
export const onlyOne = 'e2e/liar/only-one'

const group = 'packages/client/src/group'

/** What people say goes readable, and is believed as it comes. */
const unsealed: readonly Edit[] = [
  [
    `${group}/group.ts`,
    'import { createMessageCounters, encodeFrame,',
    'import { createMessageCounters, decodeFrame, encodeFrame,',
  ],
  [
    `${group}/group.ts`,
    "const message = { version: 'mls10', wireformat: 'mls_private_message', privateMessage } as const\n      return new Uint8Array(encodeMlsMessage(message))",
    'return Uint8Array.from([this.ownLeaf, ...frame])',
  ],
  [
    `${group}/group.ts`,
    'const { heard, state } = await hearMessage(this.#state, message, this.#suite, this.#counters)\n      this.#state = state\n      return heard',
    `const frame = decodeFrame(message.subarray(1))
      const sender = this.members.find(({ leaf }) => leaf === message[0])
      if (!frame || !sender || (frame.to ?? this.ownLeaf) !== this.ownLeaf) return { kind: 'unheard', why: 'invalid' }
      const missed = this.#counters.note(sender.id, frame.to, frame.counter)
      if (missed === null) return { kind: 'unheard', why: 'repeated' }
      return { kind: 'said', sender, toAll: frame.to === null, content: frame.content, open: frame.content, epoch: 0, missed }`,
  ],
]
const inOrder: Edit = [`${group}/message-frame.ts`, 'if (last !== undefined && counter <= last) return null\n', '']
const numberOfKeys: Edit = [
  `${group}/safety-number.ts`,
  'tag, [...members].sort()',
  'tag, [...members.slice(members.length)].sort()',
]
/** The link’s secret is nobody’s: everybody can compute it. */
const noSecret: Edit = [
  `${group}/link.ts`,
  "const known = secret === null || secret === '' ? null : secret",
  "const known = secret === '' ? secret : null",
]

const words: readonly Lie[] = [
  {
    id: 'words-altered',
    does: 'A line of chat is changed on the way.',
    meets: 'What people say is a message of the group: encrypted, and signed by its sender’s key.',
    shows: 'The line that was changed doesn’t appear.',
    without: unsealed,
  },
  {
    id: 'words-attributed',
    does: 'A line of chat is passed on as somebody else’s.',
    meets: 'Who said something is read from the signed message, not from what the server says.',
    shows: 'The line has its true author.',
    without: unsealed,
  },
  {
    id: 'words-repeated',
    does: 'A line of chat is told again.',
    meets: 'A key of the message ratchet serves once, each message has a number, each line an id.',
    shows: 'The line stands there once.',
    without: [
      ...unsealed,
      inOrder,
      ['packages/client/src/meeting/hearing.ts', 'if (lines.has(said.chat.id)) return\n', ''],
    ],
  },
  {
    id: 'words-reordered',
    does: 'Of two lines the first is told after the second.',
    meets: 'Numbers of messages only grow.',
    shows: 'The late line doesn’t appear.',
    without: [inOrder],
  },
]

const beginnings: readonly Lie[] = [
  {
    id: 'switch-invented',
    does: 'Answers hold settings that would switch encryption off.',
    meets: 'There is no such setting: what the protocol doesn’t know is left out.',
    shows: 'Nothing: the call is encrypted.',
    without: [],
  },
  {
    id: 'version-lowered',
    does: 'The server says that it speaks an older protocol only.',
    meets: 'The client knows one version, and asks for no other.',
    shows: 'That the page is of another version; nothing is sent.',
    without: [],
  },
]

const ghosts: readonly Lie[] = [
  {
    id: 'list-shortened',
    does: 'Somebody who is there is said to be gone.',
    meets: 'The safety number is made of the members’ keys, and who is out is told from the commit.',
    shows: 'Another number on every screen, and a word of who is out. They ask anew and come in again.',
    without: [numberOfKeys],
  },
  {
    id: 'leaver-kept',
    does: 'Somebody who left is said to be there: an old list.',
    meets: 'The safety number is made of the keys of all who can read along.',
    shows: 'A tile that isn’t encrypted, and a number that is theirs too until they are out.',
    without: [numberOfKeys],
  },
  {
    id: 'ghost-announced',
    does: 'Somebody who isn’t there is announced.',
    meets: 'Encrypted is said of members of the group only, once they said what they send.',
    shows: 'A tile without a name that connects for ever; the safety number stays.',
    without: [
      [
        'packages/client/src/meeting/person-views.ts',
        'encryptionOf(media, group.present.has(id), said)',
        'encryptionOf(media, true, said)',
      ],
      [
        'packages/client/src/meeting/person-views.ts',
        'said === null || said.microphone || said.camera || said.screen',
        'said !== null && (said.microphone || said.camera || said.screen)',
      ],
    ],
  },
  {
    id: 'ghost-listed',
    does: 'A ghost without the link’s secret is put among those who ask to be added.',
    meets: 'Who asks seals their key package under the link’s secret too.',
    shows: 'Nobody is added; the safety number stays.',
    without: [noSecret],
  },
  {
    id: 'tag-forged',
    does: 'Somebody with the bare link is put into the meeting of those who have the secret.',
    meets: 'The link’s secret is in every key package and every commit that adds.',
    shows: 'A tile without a name; the safety number stays.',
    without: [noSecret],
  },
  {
    id: 'door-swapped',
    does: 'Whoever comes is told a door of the server’s own, and it reads what they ask with.',
    meets: 'The key package is sealed under the link’s secret inside.',
    shows: 'Nothing: the server reads no name, and who asked comes in.',
    without: [noSecret],
  },
  {
    id: 'member-hidden',
    does: 'Somebody comes in whom the pages aren’t told of.',
    meets: 'The safety number is made of the members’ keys, and who was added is told from the commit.',
    shows: 'Another number on every screen, and a word of who came.',
    without: [numberOfKeys],
  },
  {
    id: 'commit-repeated',
    does: 'The commit that added somebody is told again after they left, also to who made it.',
    meets: 'One’s own commits are of use once; others’ in their own epoch only.',
    shows: 'The safety number stays as it was before they came.',
    without: [[`${group}/group.ts`, 'this.#staged = []\n    this.#state = { ...next', 'this.#state = { ...next']],
  },
]

const again: readonly Lie[] = [
  {
    id: 'asked-again',
    does: 'What somebody asked with, who has left, is shown to the members again.',
    meets: 'Who asks signs as which participant they ask.',
    shows: 'Nobody is added; the safety number stays.',
    without: [
      [
        `${group}/ask.ts`,
        'return (await verifySignature(publicKey, signed, ask.slice(0, signatureBytes))) ? candidate : null',
        'return signed.length > 0 ? candidate : null',
      ],
    ],
  },
  {
    id: 'handle-claimed',
    does: 'Somebody who isn’t there is said to be a member who is.',
    meets: 'Members say, signed, as which participant they are there.',
    shows: 'A tile without a picture; the member’s own goes on.',
    without: [
      [`${group}/roll.ts`, ' && (known === undefined || known !== addresses.get(member.id))', ' && known !== ""'],
    ],
  },
]

const between: readonly Lie[] = [
  {
    id: 'in-between',
    does: 'In a room without a secret two people are kept apart, each with a ghost who bears the other’s name.',
    meets: 'The safety number is made of the members’ keys.',
    shows: 'Different numbers on the two screens.',
    without: [numberOfKeys],
  },
]

const kept: readonly Lie[] = [
  {
    id: 'welcome-kept-back',
    does: 'Whoever comes isn’t given what they need to be in the group.',
    meets: 'Who is in no group after ten seconds is told so, and sends nothing.',
    shows: 'That the keys could not be agreed on; they ask again by themselves.',
    without: [['packages/client/src/meeting/group-state.ts', 'late: action.late && !state.isIn', 'late: false']],
  },
]

const hosting: readonly Lie[] = [
  {
    id: 'promotion-swapped',
    does: 'While a host makes somebody a host, the server says that another stands there.',
    meets: 'Who becomes host is the member whom the host saw when they said so.',
    shows: 'The one who was meant is host, and the other isn’t.',
    without: [
      [
        'packages/client/src/meeting/hosting.ts',
        'group.setRules({ host: member })',
        'group.setRules({ host: state().group.members.get(participantId)?.id ?? member })',
      ],
    ],
  },
  {
    id: 'host-forged',
    does: 'A member makes themselves host of the group, and the server puts the commit in its order.',
    meets: 'Rules are signed by somebody who was a host.',
    shows: 'Nothing changes; who did it falls out of the group.',
    without: [
      [
        `${group}/commit-checks.ts`,
        "if (!hostsNow(before.rules.rules, before.members).includes(signer)) return 'rules'\n",
        '',
      ],
      [
        `${group}/commit-checks.ts`,
        "if (!hosts.includes(signer) && !hosts.every((id) => rules.hosts.includes(id))) return 'rules'\n",
        '',
      ],
    ],
  },
  {
    id: 'added-without-secret',
    does: 'A member adds somebody without the link’s secret, and the server puts the commit in its order.',
    meets: 'Every commit that adds brings the link’s secret.',
    shows: 'Nobody is added; the safety number stays.',
    without: [
      [
        `${group}/commit-checks.ts`,
        "return ours && (psks.length === 1 || (psks.length === 0 && !adds)) ? null : 'no-link-secret'",
        "return ours || adds ? null : 'no-link-secret'",
      ],
    ],
  },
  {
    id: 'lock-unkept',
    does: 'The server says that it locked the room, and lets in who comes with the link.',
    meets: 'The lock is one of the group’s rules: while it holds a host adds those only whom their person lets in.',
    shows: 'The host is told that somebody is at the door; the safety number stays.',
    without: [[`${group}/work.ts`, '=> isHost && judgement.letIn.has(id)', '=> isHost || judgement.letIn.has(id)']],
  },
  {
    id: 'lock-broken',
    does: 'Everybody is told that they fell out of the locked group, so that a new one is made.',
    meets: 'Who makes the next group keeps the lock and the hosts of the one before.',
    shows: 'Who waited at the door waits still.',
    without: [
      [`${group}/group-session.ts`, 'createGroup(this.#options, this.#before?.rules)', 'createGroup(this.#options)'],
    ],
  },
  {
    id: 'removal-swallowed',
    does: 'A host removes somebody; the server says that it did, and keeps them.',
    meets: 'The host’s browser removes them from the group itself.',
    shows: 'Another safety number, and a word of who is out.',
    without: [
      [
        'packages/client/src/meeting/hosting.ts',
        "if (act === 'remove' || act === 'block') group.sendAway(member)\n",
        '',
      ],
    ],
  },
]

const otherSender: Edit = [
  'packages/client/src/sframe/frame-opener.ts',
  "if (sender.member !== expected.member) return 'other-sender'\n",
  '',
]

const silentTrouble: Edit = [
  'packages/client/src/media/receive-status.ts',
  "if (trouble) return { state: 'trouble', why: trouble.why }\n",
  '',
]

const pictures: readonly Lie[] = [
  {
    id: 'settled-kept-back',
    does: 'Nobody is told that all have the new keys.',
    meets: 'Browsers change to the new keys after half a second at the latest.',
    shows: 'Nothing: whoever came sees and hears the others.',
    without: [['packages/client/src/sframe/epoch-switch.ts', ' || now - next.beganAt >= switchWithinMs', '']],
  },
  {
    id: 'handles-swapped',
    does: 'Of two people each is said to be the other, so that faces stand under wrong names.',
    meets: 'A frame opens only as its sender’s whose tile it is for.',
    shows: 'Neither picture; “Can’t be decrypted”.',
    without: [otherSender],
  },
  {
    id: 'commits-kept-back',
    does: 'One person isn’t told of changes of the keys.',
    meets: 'What arrives and doesn’t open is said to be in trouble.',
    shows: '“Can’t be decrypted”, until they are added anew.',
    without: [silentTrouble],
  },
  {
    id: 'history-split',
    does: 'Of two commits for one change each half is told another, and all that they agree.',
    meets: 'Keys follow from every commit there was; what arrives and doesn’t open is said to be in trouble.',
    shows: '“Can’t be decrypted” between the halves, until they are brought together.',
    without: [silentTrouble],
  },
  {
    id: 'fingerprints-swapped',
    does: 'The fingerprints in session descriptions are exchanged for the server’s.',
    meets: 'Session descriptions are messages of the group.',
    shows: 'No connection: “Connecting…”.',
    without: unsealed,
  },
  {
    id: 'path-changed',
    does: 'A call of two is moved to the router, though they could talk directly.',
    meets: 'Frames are sealed alike on both ways; there is no code that leaves them open.',
    shows: 'That the call goes through the router; it is encrypted as before.',
    without: [],
  },
  {
    id: 'publications-swapped',
    does: 'Through the router, pictures are passed off as somebody else’s.',
    meets: 'A frame opens only as its sender’s whose tile it is for.',
    shows: 'No picture; “Can’t be decrypted”.',
    without: [otherSender],
  },
  {
    id: 'tracks-swapped',
    does: 'Through the router, somebody’s screen is passed off as their camera.',
    meets: 'The seal of a frame covers which track it is of.',
    shows: 'No picture; “Can’t be decrypted”.',
    without: [
      [
        'packages/client/src/sframe/clear-bytes.ts',
        'new Uint8Array([slots[slot].number])',
        'new Uint8Array([slots[slot].number * 0])',
      ],
    ],
  },
]

/** What was tried, by the call in which it is told. */
export const calls = {
  'words and ghosts': [...beginnings, ...words, ...ghosts, ...again],
  'a host, her lock and her guests': hosting,
  'somebody in between, where the link has no secret': [...kept, ...between],
  'pictures, from browser to browser and through the router': pictures,
} as const satisfies Record<string, readonly Lie[]>

export const lies: readonly Lie[] = Object.values(calls).flat()

/** The title of the test that tells it. */
export function callOf(id: string): string {
  const call = Object.entries(calls).find(([, told]) => told.some((lie) => lie.id === id))
  if (!call) throw new Error(`${id} isn’t in the table`)
  return call[0]
}
