/** A canvas that is drawn again and again, as a video track. */
export interface DrawnPicture {
  track: MediaStreamTrack
  stop(): void
}

const framesPerSecond = 10

/** A quiet picture: a soft ground, a disc that wanders slowly, and a word on it. */
export function drawPicture(label: string, width: number, height: number): DrawnPicture {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d')
  const hue = hueOf(label)
  const draw = () => {
    if (context) paint(context, label, hue, performance.now() / 1_000)
  }
  draw()
  const timer = setInterval(draw, 1_000 / framesPerSecond)
  const track = canvas.captureStream(framesPerSecond).getVideoTracks()[0]
  if (!track) throw new Error('A canvas gives no track')
  return {
    track,
    stop() {
      clearInterval(timer)
      track.stop()
    },
  }
}

function paint(context: CanvasRenderingContext2D, label: string, hue: number, seconds: number) {
  const { width, height } = context.canvas
  const ground = context.createLinearGradient(0, 0, width, height)
  ground.addColorStop(0, `hsl(${hue} 30% 30%)`)
  ground.addColorStop(1, `hsl(${hue + 40} 30% 18%)`)
  context.fillStyle = ground
  context.fillRect(0, 0, width, height)
  context.beginPath()
  context.arc(
    width * (0.5 + 0.3 * Math.sin(seconds / 3 + hue)),
    height * (0.5 + 0.2 * Math.cos(seconds / 2 + hue)),
    height * 0.28,
    0,
    2 * Math.PI,
  )
  context.fillStyle = `hsl(${hue} 45% 45%)`
  context.fill()
  context.fillStyle = 'white'
  context.font = `${height / 9}px sans-serif`
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  context.fillText(label, width / 2, height / 2, width * 0.9)
}

/** A colour of one's own, from the label. */
function hueOf(label: string): number {
  return [...label].reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) % 360, 7)
}
