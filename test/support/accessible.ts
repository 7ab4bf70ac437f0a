import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** Every rule of WCAG 2.2 up to level AA that can be tried by machine; only what breaks one is described. */
const wcag: Parameters<AxeBuilder['options']>[0] = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
  resultTypes: ['violations'],
};

/**
 * No accessibility violation and no sideways scroll at the widths given, by default of a desk, a tablet and a small phone; one picture of each is kept
 * in `folder`. The page is left at the width of a desk.
 */
export async function expectAccessible(
  page: Page,
  folder: string,
  name: string,
  widths: readonly number[] = [1366, 820, 320],
): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    // All in the page itself, which has no frames of others: half the time of gathering the parts in a page of its own.
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().options(wcag).analyze();
    expect(violations.map((violation) => `${width}: ${violation.id} ${violation.nodes[0]?.html}`)).toEqual([]);
    expect(
      await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
    ).toBeLessThanOrEqual(0);
    await page.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: width === 1366 });
  }
  await page.setViewportSize({ width: 1366, height: 900 });
}
