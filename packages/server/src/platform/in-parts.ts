/**
 * The items that fit, looked for in parts: between two of them others have the thread, however many items there are.
 * @param fitting gives those of a part that fit, in their order
 */
export async function findInParts<Item>(
  items: readonly Item[],
  most: number,
  fitting: (part: readonly Item[]) => Promise<readonly Item[]>,
): Promise<Item[]> {
  const found: Item[] = []
  for (let from = 0; from < items.length; from += most) {
    found.push(...(await fitting(items.slice(from, from + most))))
    await new Promise<void>((resolve) => setImmediate(resolve))
  }
  return found
}
