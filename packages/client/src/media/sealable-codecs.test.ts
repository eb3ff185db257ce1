import { expect, test } from 'vitest'
import { isSealable, onlySealable, sealableAmong } from './sealable-codecs.ts'

const sdp = (...maps: string[]) =>
  ['v=0', 'm=audio 9 UDP/TLS/RTP/SAVPF 111', 'a=rtpmap:111 opus/48000/2', 'm=video 9 UDP/TLS/RTP/SAVPF 96 97']
    .concat('a=rtpmap:96 VP8/90000', 'a=rtpmap:97 rtx/90000', maps)
    .join('\r\n')

test('Opus, VP8, VP9 and their repeats are used, and nothing else', () => {
  expect(['audio/opus', 'video/VP8', 'video/vp9', 'video/rtx'].every(isSealable)).toBe(true)
  const others = [
    'audio/red',
    'audio/PCMU',
    'audio/CN',
    'audio/telephone-event',
    'video/H264',
    'video/AV1',
    'video/red',
  ]
  expect(others.some(isSealable)).toBe(false)
  expect(['video/ulpfec', 'video/flexfec-03', 'video/H265', '', 'constructor'].some(isSealable)).toBe(false)
})

test('a description with another codec, or one in the wrong place, is not agreed to', () => {
  expect(onlySealable(sdp())).toBe(true)
  expect(onlySealable(sdp('a=rtpmap:98 VP9/90000'))).toBe(true)
  for (const line of [
    'a=rtpmap:102 H264/90000',
    'a=rtpmap:45 AV1/90000',
    'a=rtpmap:63 red/90000',
    'a=rtpmap:1 opus/8',
  ]) {
    expect(onlySealable(sdp(line)), line).toBe(false)
  }
  expect(onlySealable(sdp('m=audio 9 X 63', 'a=rtpmap:63 red/48000/2'))).toBe(false)
  expect(onlySealable('a=rtpmap:96 VP8/90000')).toBe(false)
})

test('to a router the first that can be sealed is sent, whatever it names first', () => {
  const codecs = ['video/H264', 'video/VP9', 'audio/red', 'video/VP8', 'audio/opus'].map((mimeType) => ({ mimeType }))
  expect(sealableAmong(codecs, 'video')?.mimeType).toBe('video/VP8')
  expect(sealableAmong(codecs.slice(0, 2), 'video')?.mimeType).toBe('video/VP9')
  expect(sealableAmong(codecs, 'audio')?.mimeType).toBe('audio/opus')
  expect(sealableAmong(codecs.slice(0, 1), 'video')).toBeUndefined()
  expect(sealableAmong(undefined, 'audio')).toBeUndefined()
})
