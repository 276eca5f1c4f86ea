/* A bot may send anything where a text or a list belongs; what is of another shape must not reach what draws. */

export const plain = (value) => (typeof value === "string" || typeof value === "number" ? String(value) : "");

export const listed = (value) => (Array.isArray(value) ? value : []);

export const unescaped = (text) =>
    text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
