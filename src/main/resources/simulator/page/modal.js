/* The modal that is on top of somebody's screen. */
import {h} from "preact";
import {useState} from "preact/hooks";
import {Blocks, drawable} from "./blocks.js";
import {Dialog} from "./dialog.js";
import {isField} from "./elements.js";
import {useEntered} from "./entered.js";
import {act} from "./notice.js";
import {plain} from "./plain.js";
import {Safe} from "./safe.js";

const clickIn = (who, view, entered) => (block, element, values) => {
  const isQuiet = block.type === "input" && !block.dispatch_action;
  if (isQuiet) return null;
  return act("clicks", {
    user: who, view: view.id, block_id: block.block_id, action_id: element.action_id, values,
    inputs: entered.inputsWith(view.blocks, block, element, values),
  });
};

export const suggestIn = (who, at) => (block, element, value) => act("interactions", {
  type: "block_suggestion", user: who, ...at, block_id: block.block_id, action_id: element.action_id, value,
});

/* As in Slack, a modal is not sent before every field holds something that is not optional. */
function missing(view, inputs) {
  const empty = drawable(view.blocks).filter((block) => block.type === "input" && !block.optional
      && isField(plain(block.element?.type)) && !Object.values(inputs[block.block_id]).flat().some(Boolean));
  return Object.fromEntries(empty.map((block) => [block.block_id, "This field is still empty."]));
}

function Form({who, view, errors, trouble}) {
  const entered = useEntered();
  const [isSending, setSending] = useState(false);
  const [empty, setEmpty] = useState({});
  const send = async (event) => {
    event.preventDefault();
    const without = missing(view, entered.inputs(view.blocks));
    setEmpty(without);
    if (Object.keys(without).length > 0) return;
    setSending(true);
    await act("interactions", {
      type: "view_submission", user: who, view: view.id, inputs: entered.inputs(view.blocks),
    });
    setSending(false);
  };
  const hasInput = drawable(view.blocks).some((block) => block.type === "input");
  return h("form", {onSubmit: send, noValidate: true},
      h("div", {class: "body"},
          trouble && h("p", {class: "error", role: "alert"}, trouble),
          h(Safe, {what: "This modal", of: view}, h(Blocks, {
            blocks: view.blocks, entered, errors: {...errors, ...empty}, use: clickIn(who, view, entered),
            suggest: suggestIn(who, {view: view.id}),
          }))),
      h("div", {class: "buttons"},
          h("button", {class: "kit", type: "button", onClick: () => close(who, view)},
              plain(view.close?.text) || "Cancel"),
          (view.submit || hasInput) && h("button", {class: "kit primary", disabled: isSending},
              plain(view.submit?.text) || "Submit")));
}

const close = (who, view) => act("interactions", {type: "view_closed", user: who, view: view.id});

export function Modal({who, stack}) {
  const {body, errors, trouble} = stack.at(-1);
  return h(Dialog, {
    key: body.id, title: plain(body.title?.text) || "Modal", onClose: () => close(who, body), class: "modal",
  }, h(Form, {key: body.hash, who, view: body, errors, trouble}));
}

export function Home({who, home}) {
  const entered = useEntered();
  if (!home) return h("p", {class: "nothing"}, "The bot has not published a Home tab for this person yet.");
  const view = home.body;
  return h("div", {class: "home"}, h(Safe, {what: "This Home tab", of: view}, h(Blocks, {
    blocks: view.blocks, entered, use: clickIn(who, view, entered), suggest: suggestIn(who, {view: view.id}),
  })));
}
