/**
 * Slack's error codes that say nothing about a token or the app. Every Web API method has them, see the errors of
 * https://docs.slack.dev/reference/methods/auth.test
 */
const PASSING_TROUBLE = new Set([
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'ratelimited',
  'team_added_to_org',
]);

/** The bot cannot start. Each problem is one line for the person who starts it, without any secret. */
export class StartupError extends Error {
  /**
   * @param {number} status the process's exit status
   * @param {string[]} problems
   */
  constructor(status, problems) {
    super(problems.join('\n'));
    this.status = status;
    this.problems = problems;
  }

  /**
   * Settings or tokens are wrong.
   *
   * @param {string[]} problems
   */
  static wrongSettings(problems) {
    return new StartupError(2, problems);
  }

  /**
   * The settings are fine, the surroundings are not.
   *
   * @param {string} problem
   */
  static failed(problem) {
    return new StartupError(1, [problem]);
  }
}

/**
 * Slack's code for why it refused a call, if the settings are to blame: a later try would not help.
 *
 * @param {unknown} error as the Web API's client throws it
 * @returns {string | undefined}
 */
export function refusal(error) {
  const code = /** @type {{data?: {error?: unknown}}} */ (error)?.data?.error;
  return typeof code === 'string' && !PASSING_TROUBLE.has(code) ? code : undefined;
}
