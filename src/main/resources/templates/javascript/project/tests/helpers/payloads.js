import { COMMAND } from '../../listeners/commands/index.js';

/** @param {string} id */
export function mention(id, channel = 'C1') {
  return {
    type: 'event_callback',
    team_id: 'T1',
    event_id: id,
    event: { type: 'app_mention', user: 'U1', channel, ts: '1.0', text: '<@UBOT> hello' },
  };
}

export const command = { command: COMMAND, user_id: 'U1', team_id: 'T1', channel_id: 'C1', text: '', trigger_id: '1' };

/** @param {string} url where the listener answers */
export function click(url) {
  return {
    type: 'block_actions',
    user: { id: 'U1' },
    team: { id: 'T1' },
    response_url: url,
    actions: [{ type: 'button', action_id: 'greet', block_id: 'b' }],
  };
}
