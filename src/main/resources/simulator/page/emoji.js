/* The emoji that bots use most, by Slack's names for them. */
const EMOJI = new Map(Object.entries({
  "+1": "👍", "-1": "👎", "100": "💯", alarm_clock: "⏰", arrow_down: "⬇️", arrow_left: "⬅️", arrow_right: "➡️",
  arrow_up: "⬆️", bar_chart: "📊", bell: "🔔", blush: "😊", boom: "💥", bug: "🐛", bulb: "💡", calendar: "📆",
  chart_with_upwards_trend: "📈", clap: "👏", clipboard: "📋", coffee: "☕", construction: "🚧", cry: "😢",
  eyes: "👀", fire: "🔥", gear: "⚙️", green_circle: "🟢", grin: "😁", hammer_and_wrench: "🛠️", heart: "❤️",
  heavy_check_mark: "✔️", hourglass: "⌛", hourglass_flowing_sand: "⏳", information_source: "ℹ️", joy: "😂",
  key: "🔑", large_green_circle: "🟢", large_yellow_circle: "🟡", link: "🔗", lock: "🔒", loudspeaker: "📢",
  mag: "🔍", memo: "📝", no_entry: "⛔", no_entry_sign: "🚫", ok_hand: "👌", package: "📦", point_right: "👉",
  pray: "🙏", question: "❓", raised_hands: "🙌", red_circle: "🔴", robot_face: "🤖", rocket: "🚀",
  rotating_light: "🚨", see_no_evil: "🙈", shield: "🛡️", ship: "🚢", slightly_smiling_face: "🙂", smile: "😄",
  snail: "🐌", sparkles: "✨", star: "⭐", stop_sign: "🛑", tada: "🎉", thinking_face: "🤔", thumbsup: "👍",
  thumbsdown: "👎", ticket: "🎫", warning: "⚠️", wave: "👋", white_check_mark: "✅", white_circle: "⚪",
  wrench: "🔧", x: "❌", zap: "⚡",
}));

export const emoji = (name) => EMOJI.get(name) ?? `:${name}:`;

export const emojiNames = () => [...EMOJI.keys()];

/* What people react with most. */
export const QUICK = ["+1", "white_check_mark", "eyes", "tada", "heart", "x"];
