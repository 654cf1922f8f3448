import { type RefObject, useLayoutEffect, useState } from 'react';

/** Rows beyond the edge that are drawn as well, so that a quick scroll shows no gap. */
const spare = 12;

/** Which of many rows of one height are to be drawn: those in sight of the scrolling element, and a few around them. */
export function useWindow(scroller: RefObject<HTMLElement | null>, rows: number, rowHeight: number) {
  const [sight, setSight] = useState({ top: 0, height: 800 });

  useLayoutEffect(() => {
    const element = scroller.current!;
    let due = 0;
    const look = () => {
      due = 0;
      setSight({ top: element.scrollTop, height: element.clientHeight });
    };
    const soon = () => {
      due ||= requestAnimationFrame(look);
    };
    const size = new ResizeObserver(soon);
    size.observe(element);
    element.addEventListener('scroll', soon, { passive: true });
    look();
    return () => {
      cancelAnimationFrame(due);
      size.disconnect();
      element.removeEventListener('scroll', soon);
    };
  }, [scroller]);

  const first = Math.max(0, Math.min(rows, Math.floor(sight.top / rowHeight)) - spare);
  const last = Math.min(rows, Math.ceil((sight.top + sight.height) / rowHeight) + spare);
  return { first, last, above: first * rowHeight, below: (rows - last) * rowHeight };
}
