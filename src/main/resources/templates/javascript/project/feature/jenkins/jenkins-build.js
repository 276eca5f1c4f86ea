import { PATIENCE, watch } from '../private-systems/begun-work.js';
import { isEmpty, objectIn, textIn } from '../private-systems/json-fields.js';
import { SystemTrouble } from '../private-systems/system-trouble.js';

/** @import {Change} from '../private-systems/operation.js' */
/** @import {Answer, SystemClient} from '../private-systems/system-client.js' */

const JOB = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}(\/[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}){0,7}$/;
const ITEM = /\/queue\/item\/(\d{1,18})\/?$/;

/**
 * `build JOB`: starts a job, `FOLDER/JOB` for one in a folder. It takes no parameters from Slack, since they often end
 * in a shell.
 *
 * @see https://www.jenkins.io/doc/book/using/remote-access-api/
 *
 * @param {SystemClient} jenkins
 * @returns {Change}
 */
export function jenkinsBuild(jenkins, patience = PATIENCE) {
  return {
    usage: 'build JOB',
    accepts: (words) => words.length === 1 && JOB.test(String(words[0])),
    offer: async ([word]) => {
      const job = String(word);
      const answer = await jenkins.get(`${path(job)}/api/json?tree=buildable,lastBuild%5Bnumber%5D`);
      const found = jenkins.json(known(job, answer));
      if (textIn(found, 'buildable') === 'false') {
        throw new SystemTrouble(`Jenkins cannot build ${job}: it is disabled, or a folder.`);
      }
      const last = objectIn(found, 'lastBuild');
      const before = isEmpty(last) ? '' : ` Its last build is #${textIn(last, 'number')}.`;
      return { text: `Start the job ${job} in Jenkins.${before}`, pin: '' };
    },
    carryOut: async ([word]) => {
      const job = String(word);
      const answer = await jenkins.post(`${path(job)}/build`, 'application/x-www-form-urlencoded', '');
      if (answer.status === 400) {
        throw new SystemTrouble(`Jenkins wants parameters for ${job}: start it there.`);
      }
      if (known(job, answer).status !== 201) {
        throw jenkins.refused(answer);
      }
      // Jenkins names the address that it was set up with; only the number counts.
      const item = ITEM.exec(answer.headers.get('Location') ?? '')?.[1];
      const number = item && (await watch(() => begun(jenkins, job, item), patience));
      return number ?? `${job} is in the queue of Jenkins.`;
    },
  };
}

/** @param {SystemClient} jenkins @param {string} job @param {string} item */
async function begun(jenkins, job, item) {
  const answer = await jenkins.get(`/queue/item/${item}/api/json?tree=cancelled,executable%5Bnumber,url%5D`);
  const found = jenkins.json(answer);
  if (textIn(found, 'cancelled') === 'true') {
    return `The build of ${job} was cancelled in the queue.`;
  }
  const build = objectIn(found, 'executable');
  return isEmpty(build) ? undefined : `Build #${textIn(build, 'number')} of ${job} has begun: ${textIn(build, 'url')}`;
}

/** @param {string} job @param {Answer} answer */
function known(job, answer) {
  if (answer.status === 404) {
    throw new SystemTrouble(`Jenkins knows no job ${job}, or does not let the bot see it.`);
  }
  return answer;
}

/** @param {string} job */
function path(job) {
  return job
    .split('/')
    .map((part) => `/job/${encodeURIComponent(part)}`)
    .join('');
}
