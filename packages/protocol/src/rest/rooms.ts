import * as z from 'zod/mini'

/**
 * What a room is at this moment. `unowned`: nobody made it, and whoever opens it is in it. `gone`: it was deleted, and
 * nobody can have its name for a while. `ended`: its time is over. `suspended`: the operator closed it.
 */
export const RoomStatus = z.enum(['unowned', 'open', 'gone', 'suspended', 'ended'])
export type RoomStatus = z.infer<typeof RoomStatus>

/** Who may come in: anyone with the link; whoever somebody inside lets in; members of its organisation. */
export const RoomDoor = z.enum(['link', 'knock', 'members'])
export type RoomDoor = z.infer<typeof RoomDoor>

/** `small`: as many as talk directly (`limits.directPeople`). `large`: as many as the server takes. */
export const RoomSize = z.enum(['small', 'large'])
export type RoomSize = z.infer<typeof RoomSize>

export const RoomRole = z.enum(['host', 'member', 'guest'])
export type RoomRole = z.infer<typeof RoomRole>

const Colour = z.string().check(z.regex(/^#[0-9a-f]{6}$/))
const ImagePath = z.string().check(z.regex(/^\/api\/v1\/room-pictures\/[0-9a-f-]{36}$/))

/** How a room looks to whoever comes: paths of pictures of this server, and colours that text can be read on. */
export const RoomBrand = z.object({
  logo: z.nullable(ImagePath),
  background: z.nullable(ImagePath),
  /** `accent`: of buttons and links, `onAccent` the text on it; `ground`: behind the page, `onGround` the text on it. */
  colours: z.nullable(z.object({ accent: Colour, onAccent: Colour, ground: Colour, onGround: Colour })),
})
export type RoomBrand = z.infer<typeof RoomBrand>

/** `GET /api/v1/rooms/:room`; with status 410 where the room is gone or ended. */
export const RoomAnswer = z.object({
  status: RoomStatus,
  door: RoomDoor,
  size: RoomSize,
  /** Whether the room has a link of its own, so that its bare name alone doesn’t open it. */
  hasLink: z.boolean(),
  endsAt: z.nullable(z.iso.datetime()),
  /** Nobody in it learns another's network address. */
  hidesAddresses: z.boolean(),
  brand: z.nullable(RoomBrand),
  /** Shows for some minutes what one may do in this room; `join` and `knock` carry it. None in a room that nobody owns. */
  claim: z.nullable(z.string()),
  role: RoomRole,
})
export type RoomAnswer = z.infer<typeof RoomAnswer>

export const roomAddress = (room: string): string => `/api/v1/rooms/${encodeURIComponent(room)}`
