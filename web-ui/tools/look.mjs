// Takes pictures of screens, to be looked at by a person: every path in both widths, themes and languages.
//   npm run look -- --url http://127.0.0.1:8080 --password … --out /somewhere [--only light,en,1280] / /senders …
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    url: { type: 'string', default: 'http://127.0.0.1:8080' },
    login: { type: 'string', default: 'admin' },
    password: { type: 'string', default: process.env['POSTRIDER_ADMIN_PASSWORD'] ?? '' },
    out: { type: 'string', default: 'target/look' },
    only: { type: 'string', default: '' },
    wait: { type: 'string', default: '600' },
  },
});
const SIZES = { 1280: { width: 1280, height: 860 }, 390: { width: 390, height: 844 } };
const only = options.only.split(',').filter(Boolean);
/** Those of the names that were asked for; all of them when none was. */
const among = (names) => {
  const some = names.filter((name) => only.includes(name));
  return some.length > 0 ? some : names;
};

mkdirSync(options.out, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
let faults = 0;
for (const language of among(['en', 'ru'])) {
  for (const theme of among(['light', 'dark'])) {
    for (const size of among(['1280', '390'])) {
      const context = await browser.newContext({
        viewport: SIZES[size],
        colorScheme: theme,
        locale: language,
        reducedMotion: 'reduce',
      });
      await context.addInitScript((word) => localStorage.setItem('postrider.language', word), language);
      const page = await context.newPage();
      page.on('console', (message) => {
        if (message.type() !== 'error' || /status of 401/.test(message.text())) return;
        faults += 1;
        console.error(`${language} ${theme} ${size} ${page.url()}: ${message.text()}`);
      });
      page.on('pageerror', (problem) => {
        faults += 1;
        console.error(`${language} ${theme} ${size} ${page.url()}: ${problem.message}`);
      });
      await page.goto(options.url);
      if (options.password) {
        await page.locator('input[autocomplete=username]').fill(options.login);
        await page.locator('input[autocomplete=current-password]').fill(options.password);
        await page.locator('button[type=submit]').click();
        await page.locator('#content').waitFor();
        await page.evaluate(async (word) => {
          const me = await (await fetch('/api/v1/me')).json();
          await fetch('/api/v1/me', {
            method: 'PATCH',
            headers: { 'Content-Type': 'application/json', 'X-CSRF-Token': me.csrfToken },
            body: JSON.stringify({ language: word }),
          });
        }, language);
      }
      for (const path of positionals.length > 0 ? positionals : ['/']) {
        await page.goto(options.url + path);
        await page.waitForTimeout(Number(options.wait));
        const sideways = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
        if (sideways) {
          faults += 1;
          console.error(`${language} ${theme} ${size} ${path}: scrolls sideways`);
        }
        const name = path.replace(/\W+/g, '-').replace(/^-|-$/g, '') || 'home';
        await page.screenshot({ path: join(options.out, `${name}-${size}-${theme}-${language}.png`) });
      }
      await context.close();
    }
  }
}
await browser.close();
process.exit(faults > 0 ? 1 : 0);
