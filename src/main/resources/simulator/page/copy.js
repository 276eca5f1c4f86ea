/* To the clipboard; where the browser allows none, the text is shown instead. */
import {notify} from "./notice.js";

export async function copy(what, text) {
  try {
    await navigator.clipboard.writeText(text);
    notify(`${what} is copied.`);
  } catch {
    notify(text);
  }
}
