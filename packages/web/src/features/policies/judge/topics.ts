/** What lines of policies are about, by the letter of their row's number, in the order in which a policy is read. */
export const topics = ['S', 'D', 'P', 'R', 'X', 'T', 'G', 'C', 'K', 'N', 'Q', 'L', 'A'] as const
export type Topic = (typeof topics)[number]

/** @param row number of a requirement, such as `R06`; null for a letter that isn't among the topics */
export function topicOfRow(row: string): Topic | null {
  return topics.find((topic) => row.startsWith(topic)) ?? null
}
