import './scene.css'

/** Two houses with lit windows, across a fjord from each other, under a low sun. Decoration only. */
export function Scene() {
  return (
    <svg
      className="scene"
      viewBox="0 0 1440 420"
      preserveAspectRatio="xMidYMax slice"
      aria-hidden="true"
      focusable="false"
    >
      <defs>
        <Mist id="scene-far" />
        <Mist id="scene-middle" />
        <linearGradient id="scene-dusk" x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" className="scene-dusk-top" />
          <stop offset="1" className="scene-dusk-low" />
        </linearGradient>
      </defs>
      <rect fill="url(#scene-dusk)" x="0" y="100" width="1440" height="220" />
      <circle className="scene-sun" cx="720" cy="250" r="34" />
      <g transform="translate(0 105.6) scale(1 0.68)">
        <path
          fill="url(#scene-far)"
          d="M0 196 C60 184 96 150 140 152 C184 154 204 196 246 192 C300 186 330 116 382 118 C430 120 452 186 502 196 C560 208 590 232 650 240 C700 246 744 250 792 242 C850 232 880 200 930 190 C976 180 1000 108 1054 106 C1108 104 1128 168 1176 170 C1220 172 1240 138 1286 138 C1336 138 1366 184 1440 192 V330 H0Z"
        />
        <path
          fill="url(#scene-middle)"
          d="M0 226 C70 200 110 196 168 214 C228 232 250 214 310 226 C390 242 430 276 512 286 C570 294 620 306 690 326 H0Z M1440 212 C1380 188 1330 190 1272 212 C1220 232 1190 210 1130 228 C1060 250 1010 280 940 292 C890 300 830 310 770 326 H1440Z"
        />
      </g>
      <path
        className="scene-near"
        d="M0 268 C120 250 230 270 340 290 C430 306 500 312 618 325 H0Z M1440 256 C1330 250 1220 272 1120 292 C1030 309 950 314 846 325 H1440Z"
      />
      <rect className="scene-water" x="0" y="323" width="1440" height="97" />
      <path className="scene-glint" d="M688 334 H752 M700 346 H740 M710 358 H730" />
      <House x={516} y={296} />
      <House x={908} y={298} />
    </svg>
  )
}

/** A ridge is clear above, and lost in mist below. */
function Mist({ id }: { id: string }) {
  return (
    <linearGradient id={id} x1="0" y1="0" x2="0" y2="1">
      <stop offset="0.1" className={`${id}-top`} />
      <stop offset="1" className={`${id}-low`} />
    </linearGradient>
  )
}

function House({ x, y }: { x: number; y: number }) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <path className="scene-house" d="M1 6 L10 -1 L19 6 V17 H1Z" />
      <path className="scene-roof" d="M-1 7 L10 -2 L21 7" />
      <rect className="scene-window" x="5" y="8" width="4" height="4" />
      <rect className="scene-window" x="11" y="8" width="4" height="4" />
    </g>
  )
}
