/** SQLSTATE of a statement that isn't even sent. (Classes from I to Z are left to programs: ISO 9075-2 §24.1.) */
export const refusedState = 'SM003'

/**
 * Functions and views by which a statement that only reads could step out of its role, run a text as SQL, or put values
 * where no policy looks. They are revoked in the database too, where its owner may (access/doors.ts).
 */
export const forbiddenFunctions = [
  'set_config',
  'query_to_xml',
  'query_to_xmlschema',
  'query_to_xml_and_xmlschema',
  'cursor_to_xml',
  'cursor_to_xmlschema',
  'table_to_xml',
  'table_to_xmlschema',
  'table_to_xml_and_xmlschema',
  'schema_to_xml',
  'schema_to_xmlschema',
  'schema_to_xml_and_xmlschema',
  'database_to_xml',
  'database_to_xmlschema',
  'database_to_xml_and_xmlschema',
  'ts_stat',
  'ts_rewrite',
  'pg_logical_emit_message',
  'pg_notify',
  'pg_cancel_backend',
  'pg_terminate_backend',
  'lo_creat',
  'lo_create',
  'lo_from_bytea',
  'lo_import',
  'lo_export',
  'lo_open',
  'lo_put',
  'lo_get',
  'lo_unlink',
  'lo_truncate',
  'lo_truncate64',
  'lowrite',
  'loread',
] as const
export const forbiddenViews = ['pg_settings', 'pg_stats', 'pg_stats_ext', 'pg_stats_ext_exprs'] as const

const reads = /^[\s(]*(?:select|insert|update|delete|with)\b/i
const forbidden = new RegExp(`\\b(?:${[...forbiddenFunctions, ...forbiddenViews].join('|')})\\b|\\bu&"`, 'i')

/**
 * Whether a statement reads or writes rows and does nothing else: the first word of a statement says what it is, and no
 * connection takes two at once. Values never stand in the text, so no value is refused.
 */
export function isAllowed(sql: string): boolean {
  return reads.test(sql) && !forbidden.test(sql)
}
