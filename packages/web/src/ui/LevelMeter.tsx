import { Meter } from 'react-aria-components/Meter'
import { useEffect, useState } from 'react'
import './level-meter.css'

const bars = 12
const readEveryMs = 80

/** How loud the microphone is. @param level 0 to 1, read some times a second. */
export function LevelMeter(props: { label: string; level: () => number }) {
  const { level } = props
  const [value, setValue] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setValue(Math.round(heard(level()) * bars)), readEveryMs)
    return () => clearInterval(timer)
  }, [level])
  return (
    <Meter className="level" aria-label={props.label} value={value} maxValue={bars}>
      {Array.from({ length: bars }, (_, bar) => (
        <span key={bar} className="level-bar" data-lit={bar < value || undefined} />
      ))}
    </Meter>
  )
}

/** Ears hear ratios: the square root shows quiet speech too. */
function heard(level: number): number {
  return Math.sqrt(Math.min(1, Math.max(0, level)))
}
