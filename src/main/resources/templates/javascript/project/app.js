import { createBot } from './bot.js';
import { run } from './runtime/launcher.js';
import { readSettings } from './settings.js';

await run(() => createBot(readSettings(process.env)));
