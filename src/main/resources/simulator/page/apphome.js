/* The place where a person and the app are alone; Slack tells the app of everybody who opens it. */
import {act} from "./notice.js";
import {isDirect} from "./people.js";
import {go, ui} from "./ui.js";

/* https://docs.slack.dev/reference/events/app_home_opened */
export function openView(view) {
  go({view});
  act("events", {type: "app_home_opened", user: ui.as, tab: view});
}

/* To be called when somebody has come to a place. */
export const entered = () => isDirect(ui.at) && openView(ui.view);
