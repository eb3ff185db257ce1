/** The pages about policies are a part of their own: who comes for a room has no need of them. */
export function loadPolicies() {
  return import('./PoliciesPage.tsx')
}
