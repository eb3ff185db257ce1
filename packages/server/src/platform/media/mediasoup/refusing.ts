import { MediaRefused } from '../engine.ts'

/**
 * What mediasoup throws becomes MediaRefused: parameters that it doesn't take, something that has ended meanwhile, a
 * worker that died over it. Its messages stay here, since they may hold addresses and RTP parameters.
 */
export async function refusing<T>(what: string, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof MediaRefused) throw error
    throw new MediaRefused(`${what} was refused: ${error instanceof Error ? error.name : 'unknown'}`)
  }
}
