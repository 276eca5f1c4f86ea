// region inbox
import { readDatabase } from './feature/inbox/delivery-database.js';
// endregion
// region workspaces
import { readWorkspaces } from './feature/workspaces/workspaces.js';
// endregion
import { Environment } from './runtime/environment.js';

/** The transport that this project was made for. */
const DEFAULT_TRANSPORT = 'socket-mode';

/** @typedef {ReturnType<typeof readSettings>} Settings */

/**
 * What the environment says: the place for one more variable. It is checked for the chosen transport; a blank variable
 * counts as missing, and secrets that the transport does not need are empty.
 *
 * @param {NodeJS.ProcessEnv} variables
 * @throws {import('./runtime/startup-error.js').StartupError} with every problem at once, none of them showing a value
 */
export function readSettings(variables) {
  const environment = new Environment(variables);
  const transport = environment.transport(DEFAULT_TRANSPORT);
  const settings = {
    transport,
    botToken: environment.botToken(),
    appToken: transport === 'socket-mode' ? environment.appToken() : '',
    signingSecret: transport === 'events-api' ? environment.signingSecret() : '',
    apiUrl: environment.apiUrl(),
    // region inbox
    database: readDatabase(environment),
    // endregion
    // region workspaces
    workspaces: readWorkspaces(environment),
    // endregion
    address: environment.address(),
  };
  environment.throwIfWrong();
  return settings;
}
