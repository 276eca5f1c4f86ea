// region inbox
import { readDatabase } from './feature/inbox/delivery-database.js';
// endregion
// region workspaces
import { readWorkspaces } from './feature/workspaces/workspaces.js';
// endregion
// region argo-cd
import { readArgoCd } from './feature/argo-cd/argo-cd-system.js';
// endregion
// region jenkins
import { readJenkins } from './feature/jenkins/jenkins-system.js';
// endregion
// region private-systems
import { readPrivateSystems } from './feature/private-systems/private-systems.js';
// endregion
// region prometheus
import { readPrometheus } from './feature/prometheus/prometheus-system.js';
// endregion
import { Environment } from './runtime/environment.js';

/** The transport that this project was made for. */
const DEFAULT_TRANSPORT = 'socket-mode';

// region private-systems
/** @import {PrivateSystem} from './feature/private-systems/operation.js' */
// endregion
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
    // region private-systems
    systems: systemsBehind(environment),
    // endregion
    address: environment.address(),
  };
  // region private-systems workspaces
  if (settings.workspaces !== undefined && settings.systems.operations.length > 0) {
    const expected =
      'none beside the address of a private system, for which people of every workspace that installs the bot could ask';
    environment.wrong('SLACK_CLIENT_ID', expected);
  }
  // endregion
  environment.throwIfWrong();
  return settings;
}
// region private-systems

/** @param {Environment} environment */
function systemsBehind(environment) {
  /** @type {PrivateSystem[]} */
  const systems = [];
  // endregion
  // region prometheus
  systems.push(readPrometheus(environment));
  // endregion
  // region argo-cd
  systems.push(readArgoCd(environment));
  // endregion
  // region jenkins
  systems.push(readJenkins(environment));
  // endregion
  // region private-systems
  return readPrivateSystems(environment, systems);
}
// endregion
