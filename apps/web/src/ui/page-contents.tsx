/** The parts of a long screen as links, so that nobody has to scroll past what they did not come for. */
export function PageContents({
  label,
  items,
}: {
  readonly label: string;
  readonly items: readonly { readonly id: string; readonly text: string }[];
}) {
  return (
    <nav className="contents" aria-label={label}>
      <ul>
        {items.map(({ id, text }) => (
          <li key={id}>
            <a href={`#${id}`}>{text}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
