import { Environment } from '../../runtime/environment.js';
import { StartupError } from '../../runtime/startup-error.js';
import { openStore, readDatabase } from './delivery-database.js';

/**
 * A command for people: lists the deliveries that failed for the last time, and lets those whose ids are given be
 * worked at once more.
 *
 * @param {string[]} ids
 */
async function run(ids) {
  const environment = new Environment(process.env);
  const database = readDatabase(environment);
  environment.throwIfWrong();
  const store = openStore(database);
  await store.prepare();
  for (const { id, received, error } of ids.length === 0 ? await store.dead() : []) {
    console.log(`${id}  ${received.toISOString()}  ${error}`);
  }
  for (const id of ids) {
    console.log(id + ((await store.revive(id)) ? ' is waiting again' : ' is not among the dead'));
  }
  await store.close();
}

try {
  await run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof StartupError)) {
    throw error;
  }
  console.error(error.message);
  process.exitCode = error.status;
}
