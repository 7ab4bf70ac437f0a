import { useEffect, useRef, useState, type RefObject } from 'react';

/** The width of an element in whole pixels, followed as it changes: charts are laid out anew, never scaled. */
export function useWidth<Element extends HTMLElement>(fallback: number): readonly [RefObject<Element | null>, number] {
  const ref = useRef<Element>(null);
  const [width, setWidth] = useState(fallback);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.max(200, Math.floor(entry.contentRect.width)));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, width] as const;
}
