/** Names and positions from the outside in, such as `['processings', 'newsletter', 'basis']`. */
export type Path = readonly (string | number)[]
