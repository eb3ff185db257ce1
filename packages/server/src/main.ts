import { startServer } from './app/start.ts'

await startServer(process.argv.slice(2))
