import { useEffect, useState, type RefObject } from 'react'
import { linesInSight } from './editor-lines.ts'

/** What stands at a line's number. */
export type Mark = 'refused' | 'warned'

/** Numbers of the lines in sight, beside a text box; a file may have more lines than a page can hold elements. */
export function Gutter(props: {
  area: RefObject<HTMLTextAreaElement | null>
  lines: number
  marks: ReadonlyMap<number, Mark>
}) {
  const box = useScrolledBox(props.area)
  const { first, last, offset } = linesInSight(box, props.lines)
  const numbers = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
  return (
    <div className="gutter" aria-hidden>
      {/* As wide as the largest number, wherever the text is scrolled to. */}
      <span className="gutter-width">{props.lines}</span>
      <div className="gutter-numbers" style={{ translate: `0 ${-offset}px` }}>
        {numbers.map((number) => (
          <div key={number} className="gutter-number" data-mark={props.marks.get(number)}>
            {number}
          </div>
        ))}
      </div>
    </div>
  )
}

function useScrolledBox(area: RefObject<HTMLTextAreaElement | null>) {
  const [box, setBox] = useState({ top: 0, height: 0, lineHeight: 20 })
  useEffect(() => {
    const element = area.current
    if (element === null) return undefined
    const measure = () => {
      const { scrollTop: top, clientHeight: height } = element
      setBox({ top, height, lineHeight: Number.parseFloat(getComputedStyle(element).lineHeight) })
    }
    measure()
    const size = new ResizeObserver(measure)
    size.observe(element)
    element.addEventListener('scroll', measure, { passive: true })
    return () => {
      size.disconnect()
      element.removeEventListener('scroll', measure)
    }
  }, [area])
  return box
}
