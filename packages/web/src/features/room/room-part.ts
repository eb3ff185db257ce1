/** What is loaded together when somebody is about to go into a room. */
export { newSecret } from '@samtale/client'
export { RoomPage } from './RoomPage.tsx'
