/* What a person has entered and not yet sent, by block id and action id. */
import {useState} from "preact/hooks";
import {drawable} from "./blocks.js";
import {initial} from "./elements.js";

const usable = (block) => [block.accessory, block.element, ...(block.elements ?? [])].filter((one) => one?.action_id);

const keyOf = (block, element) => JSON.stringify([block, element.action_id]);

export function useEntered() {
  const [entered, setEntered] = useState(new Map());
  const valueOf = (block, element) => entered.get(keyOf(block, element)) ?? initial(element);
  /* With what is there from the start, as Slack sends it. */
  const inputs = (blocks) => Object.fromEntries(drawable(blocks).map((block) => [block.block_id, Object.fromEntries(
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
