/* Tables, and charts as the tables that they draw. */
import {h} from "preact";
import {listed, plain} from "./plain.js";
import {RichText} from "./richtext.js";

const cell = (one) => (one?.elements ? h(RichText, {block: one}) : plain(one?.text ?? one?.value ?? one));

const Rows = ({rows, header}) => h("tbody", null, rows.map((row) => h("tr", null, row.map((one, index) =>
    (index === header ? h("th", {scope: "row"}, cell(one)) : h("td", null, cell(one)))))));

const Frame = ({caption, children}) => h("div", {
  class: "table", role: "region", tabIndex: 0, "aria-label": caption || "Table",
}, h("table", null, caption && h("caption", null, caption), children));

export const Table = ({block}) => h(Frame, null, h(Rows, {rows: block.rows}));

const Head = ({cells}) => h("thead", null, h("tr", null, cells.map((one) => h("th", {scope: "col"}, cell(one)))));

export function DataTable({block}) {
  const [head, ...rows] = block.rows;
  return h(Frame, {caption: plain(block.caption)},
      h(Head, {cells: head}), h(Rows, {rows, header: block.row_header_column_index ?? 0}));
}

/* https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block */
export function Chart({block}) {
  const {chart} = block;
  const caption = `${plain(block.title)} (${plain(chart.type)} chart)`;
  if (chart.segments) {
    const rows = chart.segments.map((one) => [one.label, one.value]);
    return h(Frame, {caption}, h(Head, {cells: ["", "Value"]}), h(Rows, {rows, header: 0}));
  }
  const series = listed(chart.series);
  const categories = listed(chart.axis_config?.categories);
  const rows = categories.map((category) => [category, ...series.map((one) =>
    listed(one.data).find((point) => point.label === category)?.value)]);
  return h(Frame, {caption}, h(Head, {cells: ["", ...series.map((one) => one.name)]}), h(Rows, {rows, header: 0}));
}
