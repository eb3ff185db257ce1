/**
 * Key ids hold the sender's leaf and the epoch's lowest four bits (RFC 9605 §5.2, without a context): one byte for the
 * first sixteen leaves. Sixteen epochs later the same id means another key; by then the first is long dropped.
 */
const epochs = 16

export function keyIdOf(epoch: number, leaf: number): number {
  return leaf * epochs + (epoch % epochs)
}
