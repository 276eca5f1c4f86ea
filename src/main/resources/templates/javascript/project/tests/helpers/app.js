import { createBot } from '../../bot.js';
import { run } from '../../runtime/launcher.js';
import { readTestSettings } from './bot.js';

await run(() => createBot(readTestSettings(process.env)));
