import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { rulesPage } from '../support/rules-page';

const page = resolve(__dirname, '../../docs/rules.md');
const marks = { begin: '<!-- made from the rule book: begin -->', end: '<!-- made from the rule book: end -->' };

/** When this fails after a change of the rule book, put what it expected between the marks of docs/rules.md. */
it('docs/rules.md lists every rule with its source, dates and version, as the rule book has them', () => {
  const text = readFileSync(page, 'utf8');
  const [begin, end] = [text.indexOf(marks.begin), text.indexOf(marks.end)];
  expect(begin).toBeGreaterThan(0);
  expect(text.slice(begin + marks.begin.length, end).trim()).toBe(rulesPage().trim());
});
