/** How an exported page looks: read on a phone as on paper, light or dark as the reader has it. */
export const stylesheet = `
:root { color-scheme: light dark; --ink: #15202a; --soft: #4a5967; --line: #d8dfe5; --ground: #ffffff; --accent: #0f5c68; }
@media (prefers-color-scheme: dark) { :root { --ink: #eaf0f4; --soft: #abb9c5; --line: #2b3742; --ground: #10161c; --accent: #7cc4ca; } }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.55 system-ui, sans-serif; }
main { max-width: 46rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; overflow-wrap: anywhere; }
h1 { font-size: 1.9rem; line-height: 1.2; }
h2 { margin: 2.5rem 0 0.75rem; font-size: 1.35rem; border-bottom: 1px solid var(--line); padding-bottom: 0.3rem; }
h3 { margin: 1.5rem 0 0.5rem; font-size: 1.05rem; }
small { color: var(--soft); font-weight: 400; font-size: 0.85rem; }
a { color: var(--accent); }
nav ul { padding-left: 1.2rem; }
dl { margin: 0 0 0.75rem; padding: 0.75rem 1rem; border: 1px solid var(--line); border-radius: 10px; break-inside: avoid; }
dl div { display: grid; grid-template-columns: minmax(7rem, 12rem) 1fr; gap: 0 1rem; }
dl div + div { margin-top: 0.35rem; }
dt { color: var(--soft); }
dd { margin: 0; white-space: pre-wrap; }
section dl { content-visibility: auto; contain-intrinsic-size: auto 8rem; }
summary { list-style: none; }
summary h3 { margin-bottom: 0; }
summary p { margin: 0.2rem 0 0.5rem; }
.policy nav { display: none; }
@media (max-width: 34rem) { dl div { grid-template-columns: 1fr; } }
@media print { :root { color-scheme: light; --ink: #000000; --soft: #333333; --line: #999999; --ground: #ffffff; --accent: #000000; } section dl { content-visibility: visible; } }
`
