import { Environment } from '../../runtime/environment.js';
import { StartupError } from '../../runtime/startup-error.js';
import { openStore, readDatabase } from './delivery-database.js';

/** @import {Store} from './delivery-database.js' */

/**
 * A command for people: lists the deliveries that failed for the last time, and lets those whose ids are given be
 * worked at once more. Exit status: 1 when one of them is not dead or the database is away, 2 when a setting is wrong.
 *
 * @param {string[]} ids
 */
async function run(ids) {
  const environment = new Environment(process.env);
  const database = readDatabase(environment);
  environment.throwIfWrong();
  const store = openStore(database);
  try {
    await store.prepare();
    return await listed(store, ids);
  } finally {
    await store.close();
  }
}

/** @param {Store} store @param {string[]} ids @returns {Promise<boolean>} false when one of them is not dead */
async function listed(store, ids) {
  for (const { id, received, error } of ids.length === 0 ? await store.dead() : []) {
    console.log(`${id}  ${received.toISOString()}  ${error}`);
  }
  let areDead = true;
  for (const id of ids) {
    const isDead = await store.revive(id);
    console.log(id + (isDead ? ' is waiting again' : ' is not among the dead'));
    areDead &&= isDead;
  }
  return areDead;
}

try {
  process.exitCode = (await run(process.argv.slice(2))) ? 0 : 1;
} catch (/** @type {any} */ error) {
  const isOwn = error instanceof StartupError;
  console.error(isOwn ? error.message : `The database cannot be used: ${error.code ?? error.message}`);
  process.exitCode = isOwn ? error.status : 1;
}
