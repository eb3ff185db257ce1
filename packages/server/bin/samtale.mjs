#!/usr/bin/env node
// `npx samtale <command>`: the operator's tool, on the Node that the project brings, whatever Node npx runs on.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const ownNode = fileURLToPath(new URL('../../../node_modules/.bin/node', import.meta.url))
const program = fileURLToPath(new URL('../src/cli.ts', import.meta.url))
const { status, error } = spawnSync(ownNode, [program, ...process.argv.slice(2)], { stdio: 'inherit' })

if (error) process.stderr.write('Samtale is not installed yet. Run npm start once, or npm run build.\n')
process.exitCode = status ?? 1
