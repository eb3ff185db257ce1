/**
 * What one side may ask of the other. Server and client read the same numbers; `SPEC.md` names the rules (X1–X6, N9, N10).
 * Sizes are bytes of UTF-8, times are milliseconds.
 */
export const limits = {
  /** X1: the largest text message that is read; a larger one is answered with `message.too-large`. */
  messageBytes: 262_144,
  /** X1: past this the socket is closed without reading further. */
  frameBytes: 1_572_864,
  /** X3: messages a second that a participant may send in the long run, and in one burst. */
  messagesPerSecond: 60,
  messageBurst: 240,
  /** X3: refused messages in a row after which the socket is closed. */
  refusedBeforeClose: 1_000,
  /** J6: how long a socket may stay open without having joined. */
  joinWithinMs: 10_000,
  /** R2: how long a participant's place is kept after the socket broke. */
  awayMs: 12_000,
  /** C3: the server asks every socket for a sign of life at this interval; two unanswered end it. */
  heartbeatMs: 4_000,
  /** C3: a client that has heard nothing for this long asks; as long again without an answer, and it reconnects. */
  silenceMs: 5_000,
  /** R3: how many events are kept for a participant who is away. */
  keptEvents: 512,
  /** M1: the most people that talk directly, each with each. */
  directPeople: 4,
  /** X2: what passes in the group, as characters on the wire: to one, to everybody. */
  groupMessage: 49_152,
  groupMessageToAll: 20_480,
  /** X2: a commit or a welcome; both grow with the number of people. */
  groupChange: 131_072,
  /** X2: what one asks to be added with. */
  sealedKeyPackage: 4_096,
  /** G7, G8: how long people who stand apart have to say where, before they are brought together. */
  groupSettleMs: 1_000,
  /** G2: how often one may ask to be in the group: at once, and milliseconds until one more is allowed. */
  groupAskBurst: 12,
  groupAskEveryMs: 2_000,
  /** X2: who a knocker says they are. */
  stateEnvelope: 8_192,
  /** N9: what a knocker says, or a host answers. */
  knockEnvelope: 2_048,
  knockCharacters: 240,
  /** N9: most that wait at one meeting's door, and at all doors from one network address. */
  knockersPerMeeting: 50,
  knockersPerAddress: 20,
  /** N9: knocks at once from one network address, and milliseconds until one more is allowed. */
  knockBurst: 20,
  knockEveryMs: 3_000,
  /** A person's name, in characters as people count them (grapheme clusters). */
  nameGraphemes: 64,
  /** A chat message, in UTF-16 units. */
  chatCharacters: 4_000,
  roomNameCharacters: 64,
  /** Publications of one participant: microphone, camera, screen, its sound. */
  publicationsPerParticipant: 4,
} as const
