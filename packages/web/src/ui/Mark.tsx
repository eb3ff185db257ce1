import './mark.css'

/** The product's mark: two halves that face each other. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 32 32" aria-hidden="true">
      <path className="mark-one" d="M14.5 8v18a9 9 0 0 1 0-18z" />
      <path className="mark-other" d="M17.5 6v18a9 9 0 0 0 0-18z" />
    </svg>
  )
}
