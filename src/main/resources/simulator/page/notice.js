/* What went wrong with something that a person asked for, read aloud and shown at the top. */
import {h} from "preact";
import {useEffect, useState} from "preact/hooks";
import {post} from "./server.js";

let show = () => {};

export const notify = (text) => show(text);

/* Asks for something and tells what came of it if that is not to be seen otherwise. */
export async function act(endpoint, body, done = "") {
  try {
    const answer = await post(endpoint, body);
    notify(done);
    return answer;
  } catch (trouble) {
    notify(trouble.message);
    return null;
  }
}

export function Notice() {
  const [text, setText] = useState("");
  useEffect(() => { show = setText; }, []);
  return h("p", {class: text ? "notice" : "notice empty", role: "status"},
      text,
      text && h("button", {class: "plain", onClick: () => setText("")}, "Dismiss"));
}
