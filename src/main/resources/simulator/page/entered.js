/* What a person has entered and not yet sent, by block id and action id. */
import {useState} from "preact/hooks";
import {initial} from "./elements.js";

const usable = (block) => [block.accessory, block.element, ...(block.elements ?? [])].filter((one) => one?.action_id);

export function useEntered() {
  const [inputs, setInputs] = useState({});
  return {
    valueOf: (block, element) => inputs[block]?.[element.action_id] ?? initial(element),
    enter: (block, element, values) => setInputs((old) =>
        ({...old, [block]: {...old[block], [element.action_id]: values}})),
    /* With what is there from the start, as Slack sends it. */
    inputs: (blocks) => Object.fromEntries((blocks ?? []).map((block) => [block.block_id, Object.fromEntries(
        usable(block).map((one) => [one.action_id, inputs[block.block_id]?.[one.action_id] ?? initial(one)]))])),
  };
}
