/** Every peer connection that the page makes from now on, so that tests can look at and disturb them. */
export function watchConnections(): RTCPeerConnection[] {
  const made: RTCPeerConnection[] = []
  const Original = window.RTCPeerConnection
  window.RTCPeerConnection = class extends Original {
    constructor(settings?: RTCConfiguration) {
      super(settings)
      made.push(this)
    }
  }
  return made
}
