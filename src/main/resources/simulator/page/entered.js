/* What a person has entered and not yet sent, by block id and action id. */
import {useState} from "preact/hooks";
import {drawable} from "./blocks.js";
import {listed, plain} from "./plain.js";

/* What it holds before anybody has used it. */
function initial(element) {
  const one = element.initial_option?.value ?? element.initial_date ?? element.initial_time ?? element.initial_user
      ?? element.initial_channel ?? element.initial_conversation ?? element.initial_value;
  const many = element.initial_options?.map((option) => plain(option.value)) ?? element.initial_users
      ?? element.initial_channels ?? element.initial_conversations;
  if (element.initial_date_time) return [String(element.initial_date_time)];
  return many ?? (plain(one) ? [plain(one)] : []);
}

const usable = (block) => [block.accessory, block.element, ...listed(block.elements), ...listed(block.actions)]
    .filter((one) => one?.action_id);

/* With those that are inside of others. */
const every = (blocks) => drawable(blocks).flatMap((block) => [
  block, ...every(block.child_blocks), ...(block.type === "carousel" ? every(block.elements) : []),
]);

const keyOf = (block, element) => JSON.stringify([block, element.action_id]);

export function useEntered() {
  const [entered, setEntered] = useState(new Map());
  const valueOf = (block, element) => entered.get(keyOf(block, element)) ?? initial(element);
  /* With what is there from the start, as Slack sends it. */
  const inputs = (blocks) => Object.fromEntries(every(blocks).map((block) => [block.block_id, Object.fromEntries(
      usable(block).map((one) => [one.action_id, valueOf(block.block_id, one)]))]));
  return {
    valueOf,
    enter: (block, element, values) => setEntered((old) => new Map(old).set(keyOf(block, element), values)),
    inputs,
    /* While one is used, it holds these values already, although it is drawn with them only afterwards. */
    inputsWith: (blocks, block, element, values) => {
      const before = inputs(blocks);
      return {...before, [block.block_id]: {...before[block.block_id], [element.action_id]: values}};
    },
  };
}
