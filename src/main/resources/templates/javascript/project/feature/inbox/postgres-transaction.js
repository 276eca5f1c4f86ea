/** @import pg from 'pg' */

/**
 * Does some steps on one connection, all of them or none.
 *
 * @template T
 * @param {pg.PoolClient} client of a pool, to which it goes back
 * @param {() => Promise<T>} steps
 */
export async function inTransaction(client, steps) {
  let isBroken = true;
  try {
    await client.query('begin');
    const result = await steps();
    await client.query('commit');
    isBroken = false;
    return result;
  } finally {
    // The server rolls back what a connection that is thrown away has left open.
    client.release(isBroken);
  }
}
