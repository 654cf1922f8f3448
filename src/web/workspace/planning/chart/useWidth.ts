import { useLayoutEffect, useRef, useState } from 'react';

/** The width of an element in pixels, as it is now: a chart is drawn for it, so that its letters keep their size. */
export function useWidth<T extends Element>(first: number) {
  const element = useRef<T>(null);
  const [width, setWidth] = useState(first);
  useLayoutEffect(() => {
    if (!element.current) return undefined;
    const watch = new ResizeObserver(([entry]) => entry && setWidth(Math.round(entry.contentRect.width)));
    watch.observe(element.current);
    return () => watch.disconnect();
  }, []);
  return [element, width] as const;
}
