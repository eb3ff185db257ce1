/** Draws people who are not there: a figure before a wall, breathing a little, each in colours of its own. */
interface Look {
  wall: string
  light: string
  skin: string
  hair: string
  clothes: string
}

const looks: readonly Look[] = [
  { wall: '#c9b79c', light: '#f3e6cf', skin: '#d9a37e', hair: '#4a3226', clothes: '#3f5a6b' },
  { wall: '#8fa3a6', light: '#d9e6e6', skin: '#f0c9ac', hair: '#b98a4a', clothes: '#6b4a4a' },
  { wall: '#5d6f7d', light: '#aebfcb', skin: '#8d5a3f', hair: '#1f1714', clothes: '#c7a25a' },
  { wall: '#b7a7ad', light: '#efe2e5', skin: '#e8bfa0', hair: '#7a3f2a', clothes: '#3c4a3f' },
  { wall: '#7c8a78', light: '#d3dccb', skin: '#c68e6a', hair: '#2a2320', clothes: '#d8d2c4' },
  { wall: '#a8926f', light: '#e9d9b8', skin: '#f2d3bd', hair: '#d8c9a8', clothes: '#47566e' },
]

/** A track that shows the person of a number. */
export function drawnPerson(number: number, size = { width: 640, height: 360 }): MediaStreamTrack {
  const look = looks[number % looks.length]
  if (look === undefined) throw new Error('No looks')
  return drawn(size, (pen, time) => drawPerson(pen, look, size, time / 1000 + number))
}

/** A track that shows a page of text and a diagram, as somebody might share. */
export function drawnScreen(): MediaStreamTrack {
  return drawn({ width: 1280, height: 800 }, drawScreen)
}

function drawn(
  size: { width: number; height: number },
  draw: (pen: CanvasRenderingContext2D, time: number) => void,
): MediaStreamTrack {
  const canvas = Object.assign(document.createElement('canvas'), size)
  const pen = canvas.getContext('2d')
  const [track] = canvas.captureStream(10).getVideoTracks()
  if (pen === null || track === undefined) throw new Error('This browser draws no canvas')
  draw(pen, 0)
  setInterval(() => draw(pen, performance.now()), 100)
  return track
}

function drawPerson(
  pen: CanvasRenderingContext2D,
  look: Look,
  { width, height }: { width: number; height: number },
  time: number,
): void {
  const glow = pen.createLinearGradient(0, 0, width, height)
  glow.addColorStop(0, look.light)
  glow.addColorStop(0.55, look.wall)
  pen.fillStyle = glow
  pen.fillRect(0, 0, width, height)
  pen.fillStyle = 'rgb(255 255 255 / 0.22)'
  pen.fillRect(width * 0.08, height * 0.1, width * 0.16, height * 0.5)
  const x = width / 2 + Math.sin(time * 0.7) * 4
  const y = height * 0.44 + Math.sin(time * 1.3) * 2
  const head = height * 0.19
  const disc = (dx: number, dy: number, rx: number, ry: number, colour: string) => {
    pen.fillStyle = colour
    pen.beginPath()
    pen.ellipse(x + dx, y + dy, rx, ry, 0, 0, Math.PI * 2)
    pen.fill()
  }
  disc(0, -head * 0.22, head * 1.06, head * 1.12, look.hair)
  disc(0, height * 0.56, height * 0.42, height * 0.36, look.clothes)
  disc(0, head * 1.05, head * 0.42, head * 0.6, look.skin)
  disc(0, 0, head * 0.84, head * 1.02, look.skin)
  disc(-head * 0.1, -head * 0.78, head * 0.86, head * 0.42, look.hair)
}

function drawScreen(pen: CanvasRenderingContext2D): void {
  pen.fillStyle = '#fbfcfd'
  pen.fillRect(0, 0, 1280, 800)
  pen.fillStyle = '#15202a'
  pen.font = '600 44px Inter Variable, sans-serif'
  pen.fillText('Ferry timetable, winter', 96, 140)
  const heights = [180, 260, 220, 340, 300, 400, 360, 280]
  for (const [index, height] of heights.entries()) {
    pen.fillStyle = index === 5 ? '#f0a23b' : '#0f5c68'
    pen.fillRect(96 + index * 138, 680 - height, 92, height)
  }
  pen.fillStyle = '#d8dfe5'
  pen.fillRect(96, 688, 1088, 4)
}
