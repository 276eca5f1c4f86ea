/* Nothing is loaded from elsewhere: of a picture, a video or a file, one sees what it would show. */
import {h} from "preact";
import {plain} from "./plain.js";
import {Link} from "./reference.js";
import {Text} from "./text.js";

const source = (of) => plain(of.image_url) || plain(of.slack_file?.url);

export const Picture = ({block}) => h("figure", null,
    block.title && h("figcaption", null, h(Text, {of: block.title})),
    h("div", {class: "picture"},
        h("span", {role: "img", "aria-label": plain(block.alt_text) || "Picture"}, `🖼️ ${plain(block.alt_text)}`),
        source(block) && h("span", {class: "quiet"}, " ", h(Link, {url: source(block)}, "opens the picture"))));

export const Small = ({block}) => h("span", {
  class: "picture small", role: "img", "aria-label": plain(block.alt_text), title: source(block),
}, plain(block.alt_text) || "🖼️");

export const Video = ({block}) => h("figure", null,
    h("figcaption", null, h(Link, {url: plain(block.title_url)}, h(Text, {of: block.title}))),
    block.description && h("div", null, h(Text, {of: block.description})),
    h("div", {class: "picture"}, `▶️ ${plain(block.alt_text)} `,
        h("span", {class: "quiet"}, h(Link, {url: plain(block.video_url)}, "opens the video"))),
    h("small", {class: "quiet"}, [block.author_name, block.provider_name].map(plain).filter(Boolean).join(", ")));

export const File = ({block}) =>
    h("div", {class: "picture"}, `📄 The ${plain(block.source)} file ${plain(block.external_id)}`);
