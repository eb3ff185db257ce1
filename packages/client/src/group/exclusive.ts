/** Runs tasks one after another and gives each one's result; one that fails doesn't keep the next from running. */
export type Exclusive = <T>(task: () => Promise<T>) => Promise<T>

export function createExclusive(): Exclusive {
  let last: Promise<unknown> = Promise.resolve()
  return (task) => {
    const result = last.then(task, task)
    last = result
    return result
  }
}
