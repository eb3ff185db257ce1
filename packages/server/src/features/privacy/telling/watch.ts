import type { Language } from '@samtale/policy'
import { dateInWords } from '@samtale/policy'
import type { Clock } from '../../../platform/clock.ts'
import { markup, type Markup } from '../../pages/index.ts'
import { dueDate, type Archive } from '../archive/archive.ts'
import { archiveWords as words, fill } from '../archive/words.ts'
import { isDue } from '../versions/course.ts'

export interface Coming {
  readonly version: number
  /** When it takes effect at the earliest. */
  readonly from: Date
}

export interface PolicyWatch {
  /** The version that is coming, for pages to say so; null where none is. */
  coming(): Coming | null
  /** Looks every minute from now on, and calls once when what is coming may take effect. */
  start(due: () => void): void
  stop(): void
}

const everyMs = 60_000

/** Knows what is coming: each server looks for itself, since another one may have told everybody. */
export async function openPolicyWatch(archive: Archive, clock: Clock): Promise<PolicyWatch> {
  let coming: Coming | null = null
  let isOver = false
  let cancel = () => {}

  async function look(): Promise<boolean> {
    const version = (await archive.versions()).find(({ standing }) => standing === 'upcoming')
    coming = version === undefined ? null : { version: version.version, from: dueDate(version) ?? version.madeAt }
    return version !== undefined && isDue(version, clock.now())
  }

  await look()
  return {
    coming: () => coming,
    start: (due) => {
      const again = async () => {
        // A database that is away for a moment is asked again.
        const isTime = await look().catch(() => false)
        if (isOver) return
        if (isTime) due()
        else cancel = clock.after(everyMs, () => void again())
      }
      void again()
    },
    stop: () => {
      isOver = true
      cancel()
    },
  }
}

/** What every page says while something is coming. */
export function comingNotice(coming: Coming | null, language: Language): Markup | null {
  if (coming === null) return null
  return markup`<aside class="coming" role="note"><p>${fill(words.coming[language], { from: dateInWords(coming.from, language) })}
<a href="/privacy/versions/${coming.version}/changes?lang=${language}">${words.comingLinks[language]}</a></p></aside>`
}
