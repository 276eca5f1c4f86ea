import { StartupError } from './startup-error.js';

/** @import {Service} from './service.js' */

/**
 * The process around a bot. Exit status: 0 after a drained stop by SIGTERM or Ctrl-C, 1 when the start failed or work
 * was left unfinished, 2 when a setting or a token is wrong.
 *
 * @param {() => Service} createService puts a bot together from its settings
 */
export async function run(createService) {
  // A promise that a listener forgot to wait for may fail; that is no reason for the process to end.
  process.on('unhandledRejection', (error) => console.error('A promise that nobody waits for failed:', error));
  try {
    const service = createService();
    let isStopping = false;
    const stop = async () => {
      if (!isStopping) {
        isStopping = true;
        process.exit(await closed(service));
      }
    };
    process.on('SIGTERM', stop);
    process.on('SIGINT', stop);
    await service.start();
  } catch (error) {
    process.exit(report(error));
  }
}

/** @param {Service} service */
async function closed(service) {
  try {
    return (await service.close()) ? 0 : 1;
  } catch (error) {
    console.error('The bot does not stop cleanly:', error);
    return 1;
  }
}

/**
 * Says why the bot cannot go on, and the exit status.
 *
 * @param {unknown} error
 */
export function report(error) {
  if (error instanceof StartupError) {
    console.error(error.message);
    return error.status;
  }
  console.error('The bot cannot start:', error);
  return 1;
}
