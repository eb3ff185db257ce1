import { defineRecordKinds } from '../features/records/index.ts'
import { tableBindings } from './database.ts'

/** Every kind of record. What a kind holds and where, its tables' bindings say. */
export const recordKinds = defineRecordKinds(tableBindings, ['consent', 'mail-suppression'])
