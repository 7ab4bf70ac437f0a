import { groupName, themeIds, type Language } from '@fordela/wording';

/** The themes to choose from, in the order of their names; a theme a region has added keeps its own word. */
export function ThemeOptions({ language, also }: { readonly language: Language; readonly also?: string }) {
  const ids = also && !themeIds.includes(also) ? [...themeIds, also] : themeIds;
  return [...ids]
    .map((id) => ({ id, name: groupName('theme', id, id, language) }))
    .sort((a, b) => a.name.localeCompare(b.name, language))
    .map(({ id, name }) => (
      <option key={id} value={id}>
        {name}
      </option>
    ));
}
