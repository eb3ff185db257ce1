import type { KnockerView } from '@samtale/client'
import { useDoorTexts } from '../../door/texts/use-door-texts.ts'
import { groundOf, initialsOf } from '../stage/initials.ts'
import { useKnockerName, type Desk } from './desk.ts'
import { KnockActions } from './KnockActions.tsx'
import './hosting.css'

/** Everybody who waits at the door, on hold or not, with the answers a host can give. */
export function DoorList({ desk, knockers }: { desk: Desk; knockers: readonly KnockerView[] }) {
  const texts = useDoorTexts().hosting
  const nameOf = useKnockerName()
  if (knockers.length === 0) return null
  return (
    <section className="door-list" aria-label={texts.atDoor}>
      <h3 className="door-heading">{texts.atDoor}</h3>
      <ul>
        {knockers.map((knocker) => (
          <li key={knocker.id} className="door-knocker">
            <div className="person">
              <span className={`person-avatar avatar-${groundOf(knocker.name)}`} aria-hidden="true">
                {initialsOf(knocker.name)}
              </span>
              <span className="person-name">{nameOf(knocker)}</span>
              {knocker.held ? <span className="person-tag person-tag-held">{texts.onHold}</span> : null}
            </div>
            {knocker.message === null ? null : <p className="knock-message">{knocker.message}</p>}
            <KnockActions desk={desk} knocker={knocker} />
          </li>
        ))}
      </ul>
    </section>
  )
}
