/** Where somebody goes after signing in: a page of their account and nowhere else, whatever they were sent with. */
export function nextPage(asked: unknown): string {
  return typeof asked === 'string' && /^\/account(?:\/[a-z]{1,20}){0,2}$/.test(asked) ? asked : '/account'
}
