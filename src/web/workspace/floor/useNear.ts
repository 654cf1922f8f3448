import { type RefObject, useEffect, useRef, useState } from 'react';

const marginPx = 300;
const told = new WeakMap<Element, (near: boolean) => void>();
let observer: IntersectionObserver | undefined;

/** Whether an element is in view or will soon be: a floor of a thousand people draws only those one can see. */
export function useNear<T extends Element>(): [RefObject<T | null>, boolean] {
  const element = useRef<T>(null);
  const [near, setNear] = useState(false);
  useEffect(() => {
    const watched = element.current!;
    observer ??= new IntersectionObserver(tell, { rootMargin: `${marginPx}px` });
    told.set(watched, setNear);
    observer.observe(watched);
    return () => observer!.unobserve(watched);
  }, []);
  return [element, near];
}

function tell(entries: IntersectionObserverEntry[]) {
  for (const entry of entries) told.get(entry.target)?.(entry.isIntersecting);
}
