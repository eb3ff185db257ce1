/** A token, or a token seen over the worst picture there may be below it. */
export type Ground = string | { see: string; through: '#ffffff' | '#000000' }

/** Every text with every ground it stands on: at least 4.5 to 1 (WCAG 2.2, 1.4.3). */
export const textPairs: readonly (readonly [text: string, ground: Ground])[] = [
  ['text', 'ground'],
  ['text', 'surface'],
  ['text', 'sunken'],
  ['text', 'raised'],
  ['text', 'scene-water'],
  ['text-soft', 'ground'],
  ['text-soft', 'surface'],
  ['text-soft', 'sunken'],
  ['text-soft', 'raised'],
  ['action', 'ground'],
  ['action', 'surface'],
  ['action', 'sunken'],
  ['action-hover', 'surface'],
  ['on-action', 'action'],
  ['on-action', 'action-hover'],
  ['on-action-soft', 'action-soft'],
  ['on-attention-soft', 'attention-soft'],
  ['on-danger', 'danger'],
  ['on-danger', 'danger-hover'],
  ['danger-text', 'ground'],
  ['danger-text', 'surface'],
  ['ground', 'text'],
]

/** Text on the call's stage, which takes the dark values in both themes. */
export const stageTextPairs: typeof textPairs = [
  ['text', 'stage'],
  ['text', 'tile'],
  ['text', 'control'],
  ['text', 'control-hover'],
  ['text-soft', 'stage'],
  ['on-attention-soft', 'stage'],
  ['on-person', 'person-1'],
  ['on-person', 'person-2'],
  ['on-person', 'person-3'],
  ['on-person', 'person-4'],
  ['on-person', 'person-5'],
  ['on-person', 'person-6'],
  ['on-chip', { see: 'chip', through: '#ffffff' }],
  ['on-chip', { see: 'chip', through: '#000000' }],
]

/** Icons and the edges of controls with what lies beside them: at least 3 to 1 (WCAG 2.2, 1.4.11). */
export const controlPairs: readonly (readonly [control: string, ground: Ground])[] = [
  ['line-strong', 'ground'],
  ['line-strong', 'surface'],
  ['line-strong', 'sunken'],
  ['action', 'ground'],
  ['action', 'surface'],
  ['focus', 'ground'],
  ['focus', 'surface'],
  ['on-attention', 'attention'],
  ['danger', 'surface'],
]

/** The same on the stage. */
export const stageControlPairs: typeof textPairs = [
  ['on-control-off', 'control-off'],
  ['on-control-off', 'control-off-hover'],
  ['control-off', 'stage'],
  ['action', 'stage'],
  ['attention', 'control'],
  ['focus', 'stage'],
  ['speaking', 'tile'],
  ['speaking', 'stage'],
]
