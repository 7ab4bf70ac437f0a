import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expectAccessible } from './accessible';
import { openBrowser, temporaryFolder } from './browser';
import { RunningService } from './running-service';

// A busy machine is slow, and slow is no failure.
const patienceMs = 60_000;
jest.setTimeout(4 * patienceMs);

const shots = resolve(__dirname, '../../reports/screens');

/** What the tests of one `describe` see of the product: its address, and a new page in a new session for each test. */
export interface Visit {
  readonly url: string;
  readonly page: Page;
  /** Goes to a path and waits until it has its heading. */
  open(path: string): Promise<void>;
  expectAccessible(name: string, widths?: readonly number[]): Promise<void>;
  /** The console's complaints with these words were the test's own doing. */
  forgetComplaints(words: string): void;
}

/**
 * The built product with the demonstration portfolio and a browser, both of the describe's own: what one test saves, those after it
 * in the same describe find, and nobody else. Ends with a test of its own: no request went elsewhere and the console was silent.
 */
export function describeVisit(title: string, tests: (visit: Visit) => void): void {
  describe(title, () => {
    const folder = temporaryFolder('browser');
    let service: RunningService;
    let browser: Browser;
    let context: BrowserContext;
    let page: Page;
    const strays: string[] = [];
    let complaints: string[] = [];

    beforeAll(async () => {
      mkdirSync(shots, { recursive: true });
      service = await RunningService.start(join(folder, 'data'));
      browser = await openBrowser();
    });

    beforeEach(async () => {
      context = await browser.newContext({ locale: 'sv-SE', viewport: { width: 1366, height: 900 } });
      page = await context.newPage();
      page.setDefaultTimeout(patienceMs);
      page.on('request', (request) => {
        if (!request.url().startsWith(service.url) && !request.url().startsWith('data:')) strays.push(request.url());
      });
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(error.message));
    });

    afterEach(async () => {
      await context.close();
    });

    afterAll(async () => {
      await browser?.close();
      await service?.stop();
      rmSync(folder, { recursive: true, force: true });
    });

    tests({
      get url() {
        return service.url;
      },
      get page() {
        return page;
      },
      async open(path) {
        await page.goto(service.url + path);
        await page.getByRole('heading', { level: 1 }).waitFor();
      },
      expectAccessible: (name, widths) => expectAccessible(page, shots, name, widths),
      forgetComplaints(words) {
        complaints = complaints.filter((said) => !said.includes(words));
      },
    });

    it('asked nobody else for anything, and the console stayed silent', () => {
      expect(strays).toEqual([]);
      expect(complaints).toEqual([]);
    });
  });
}
