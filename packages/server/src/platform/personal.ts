import { inspect } from 'node:util'

let valueOf: <T>(personal: Personal<T>) => T

/**
 * A plain personal value on its way through the code. Printed in any way (template, JSON, log, console, inspector) it
 * gives its category, as in `[contact.email]`; the value comes out by `reveal` alone, so that every place that takes it
 * can be found by that word.
 */
export class Personal<T> {
  static {
    valueOf = (personal) => personal.#value
  }

  readonly #value: T
  readonly #category: string

  constructor(category: string, value: T) {
    this.#category = category
    this.#value = value
  }

  get category(): string {
    return this.#category
  }

  toString(): string {
    return `[${this.#category}]`
  }

  toJSON(): string {
    return this.toString()
  }

  [Symbol.toPrimitive](): string {
    return this.toString()
  }

  [inspect.custom](): string {
    return this.toString()
  }
}

/** The value itself. @throws TypeError for what isn't a `Personal` */
export function reveal<T>(personal: Personal<T>): T {
  return valueOf(personal)
}
