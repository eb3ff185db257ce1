import type { KekFile } from '../../src/platform/seals/kek-file.ts'
import type { KeyStore } from '../../src/platform/seals/key-store.ts'

/** What a step of the key store or the file of epoch keys is wrapped in; `name` says which it is. */
export type Around = <T>(name: string, step: () => Promise<T>) => Promise<T>

/** For tests: the same store, each of its operations within `around`. */
export function aroundStore(store: KeyStore, around: Around): KeyStore {
  return {
    state: () => around('state', () => store.state()),
    changeState: (change) => around('changeState', () => store.changeState(change)),
    add: (...values) => around('add', () => store.add(...values)),
    read: (...values) => around('read', () => store.read(...values)),
    listBehind: (...values) => around('listBehind', () => store.listBehind(...values)),
    rewrap: (...values) => around('rewrap', () => store.rewrap(...values)),
    destroy: (...values) => around('destroy', () => store.destroy(...values)),
    destroyRecords: (...values) => around('destroyRecords', () => store.destroyRecords(...values)),
    listRecords: (...values) => around('listRecords', () => store.listRecords(...values)),
    count: () => around('count', () => store.count()),
    countBehind: () => around('countBehind', () => store.countBehind()),
    copy: () => around('copy', () => store.copy()),
    replace: (...values) => around('replace', () => store.replace(...values)),
    close: () => store.close(),
  }
}

/**
 * For tests: a store and a file that fail at one step, counted from 1: before it is done, or when it is done and nobody
 * has heard. Writing the file is a step within the change of the store's state. Later steps work
 * again; after `relent` all do.
 */
export function failingParts(parts: { store: KeyStore; file: KekFile }, at: number, when: 'before' | 'after') {
  const steps: string[] = []
  let armed = true
  const begin = (name: string): boolean => armed && steps.push(name) === at
  const fail = (): never => {
    throw new Error('crash on purpose')
  }
  const store = aroundStore(parts.store, async (name, step) => {
    const fails = begin(name)
    if (fails && when === 'before') fail()
    const result = await step()
    return fails ? fail() : result
  })
  const file: KekFile = {
    ...parts.file,
    write: (keys) => {
      const fails = begin('write')
      if (fails && when === 'before') fail()
      parts.file.write(keys)
      if (fails) fail()
    },
  }
  return {
    store,
    file,
    steps,
    relent: () => {
      armed = false
    },
  }
}
