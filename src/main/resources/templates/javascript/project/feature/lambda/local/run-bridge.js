import { once } from 'node:events';
import { Environment } from '../../../runtime/environment.js';
import { Bridge } from './bridge.js';

// The bot as Lambda runs it, on this machine: README.md beside the handler says what for.
const environment = new Environment(process.env);
const address = environment.address();
environment.throwIfWrong();

const bridge = new Bridge(process.env, (status) => process.exit(status));
const server = bridge.server.listen(address);
await once(server, 'listening');
bridge.begin();
console.info(`The function answers on port ${/** @type {import('node:net').AddressInfo} */ (server.address()).port}`);

for (const signal of ['SIGTERM', 'SIGINT']) {
  process.once(signal, async () => process.exit((await bridge.end()) ? 0 : 1));
}
