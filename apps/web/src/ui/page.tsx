import { useEffect, useRef, type ReactNode } from 'react';

/** A screen: its question as heading (focused on arrival, so that a screen reader hears where it is) and as document title. */
export function Page({
  title,
  intro,
  children,
}: {
  readonly title: string;
  readonly intro?: ReactNode;
  readonly children: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} – Fördela`;
    heading.current?.focus();
  }, [title]);
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {intro && <p>{intro}</p>}
      {children}
    </>
  );
}
