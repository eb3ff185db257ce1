import type { LocalMedia, Meeting, MeetingView } from '@samtale/client'
import { CircleAlert, MicOff, Scaling, VideoOff } from 'lucide-react'
import { useEffect, useEffectEvent } from 'react'
import { useDoorTexts } from '../../door/texts/use-door-texts.ts'
import { useTexts } from '../../../texts/use-texts.ts'
import { Button } from '../../../ui/Button.tsx'
import { Notice } from '../notices/Notices.tsx'
import type { Desk } from './desk.ts'

const shownMs = 8_000

/** What a host did to oneself or asks of one, and what a host hears of the room. Nobody's microphone is switched on here but by themselves. */
export function HostNotices(props: { desk: Desk; view: MeetingView; meeting: Meeting; localMedia: LocalMedia }) {
  const { desk, view, meeting } = props
  const texts = useTexts()
  const { hosting } = useDoorTexts()
  return (
    <>
      <ToldByHost {...props} />
      {view.door.smallFull ? (
        <div role="alert">
          <Notice icon={<Scaling size={18} aria-hidden />} text={hosting.smallFull}>
            <Button
              kind="primary"
              onPress={() =>
                void desk
                  .run(desk.hosting.enlarge())
                  .then((done) => (done ? meeting.noticeRead('small-full') : undefined))
              }
            >
              {hosting.enlarge}
            </Button>
            <Button kind="quiet" onPress={() => meeting.noticeRead('small-full')}>
              {hosting.notNow}
            </Button>
          </Notice>
        </div>
      ) : null}
      {desk.hasFailed ? (
        <div role="alert">
          <Notice icon={<CircleAlert size={18} aria-hidden />} text={hosting.failed}>
            <Button kind="quiet" onPress={desk.failureRead}>
              {texts.common.close}
            </Button>
          </Notice>
        </div>
      ) : null}
    </>
  )
}

function ToldByHost({ view, meeting, localMedia }: { view: MeetingView; meeting: Meeting; localMedia: LocalMedia }) {
  const { call } = useTexts()
  const texts = useDoorTexts().hosting
  const { notice } = view.door
  const passes = notice !== null && notice.did !== 'asks-unmute'
  const read = useEffectEvent(() => meeting.noticeRead('host'))
  useEffect(() => {
    if (!passes) return
    const timer = setTimeout(() => read(), shownMs)
    return () => clearTimeout(timer)
  }, [passes, notice?.key])
  if (notice === null) return null
  const by = notice.by === '' ? call.nameless : notice.by
  if (notice.did !== 'asks-unmute') {
    const isMicrophone = notice.did === 'stopped-microphone'
    return (
      <div role="alert" key={notice.key}>
        <Notice
          icon={isMicrophone ? <MicOff size={18} aria-hidden /> : <VideoOff size={18} aria-hidden />}
          text={isMicrophone ? texts.mutedBy(by) : texts.cameraOffBy(by)}
        />
      </div>
    )
  }
  const unmute = () => {
    void localMedia.setMicrophone(true)
    meeting.noticeRead('host')
  }
  return (
    <div role="alert" key={notice.key}>
      <Notice icon={<MicOff size={18} aria-hidden />} text={texts.asksUnmute(by)}>
        <Button kind="primary" onPress={unmute}>
          {texts.unmuteNow}
        </Button>
        <Button kind="quiet" onPress={() => meeting.noticeRead('host')}>
          {texts.notNow}
        </Button>
      </Notice>
    </div>
  )
}
