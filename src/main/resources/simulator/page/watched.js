/* Values that change while the page is open. */
import {useLayoutEffect, useState} from "preact/hooks";

/*
 * tell: to be called after each change of the value
 * use: the value, for a component that is to be drawn anew after each, from its first drawing on
 */
export function watched(value) {
  const watchers = new Set();
  return {
    tell: () => watchers.forEach((watcher) => watcher({})),
    use: () => {
      const [, watcher] = useState({});
      useLayoutEffect(() => {
        watchers.add(watcher);
        return () => watchers.delete(watcher);
      }, []);
      return value;
    },
  };
}
