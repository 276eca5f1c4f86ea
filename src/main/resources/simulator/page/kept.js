/* What is kept while the tab of the browser is open, also over a reload: values by their names. */
export function keptMap(name) {
  const values = new Map(JSON.parse(sessionStorage.getItem(name) ?? "[]"));
  return {
    get: (key) => values.get(key),
    has: (key) => values.has(key),
    set: (key, value) => {
      if (values.get(key) === value) return;
      values.set(key, value);
      sessionStorage.setItem(name, JSON.stringify([...values]));
    },
  };
}
