/** Reads answers that may lack a field: what is not there, or of another kind, is empty. */

/**
 * @param {unknown} parent
 * @param {string} name
 * @returns {Record<string, unknown>}
 */
export function objectIn(parent, name) {
  const value = valueIn(parent, name);
  return isObject(value) ? value : {};
}

/**
 * @param {unknown} parent
 * @param {string} name
 * @returns {unknown[]}
 */
export function listIn(parent, name) {
  const value = valueIn(parent, name);
  return Array.isArray(value) ? value : [];
}

/** @param {unknown} parent @param {string} name */
export function textIn(parent, name) {
  const value = valueIn(parent, name);
  return ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : '';
}

/** @param {unknown} object */
export function isEmpty(object) {
  return Object.keys(Object(object)).length === 0;
}

/** @param {unknown} parent @param {string} name */
function valueIn(parent, name) {
  return isObject(parent) && Object.hasOwn(parent, name) ? parent[name] : undefined;
}

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
