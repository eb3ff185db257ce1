import type pg from 'pg'

/** One transaction, in the isolation that the key store's statements are written for (PostgreSQL §13.2.1). */
export async function atomically<T>(pool: pg.Pool, action: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let usable = true
  try {
    await client.query('begin isolation level read committed')
    const result = await action(client)
    await client.query('commit')
    return result
  } catch (error) {
    usable = await client.query('rollback').then(
      () => true,
      () => false,
    )
    throw error
  } finally {
    client.release(!usable)
  }
}
