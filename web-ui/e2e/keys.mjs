// A person without a mouse: Tab, arrows, typing, Enter. Every stop of the focus must be seen.
import assert from 'node:assert/strict';

const FAR = 90;

/** How the focused element and what is around it look; by it one sees where the focus is. */
function look(element) {
  const near = [];
  for (let at = element, i = 0; at && at !== document.body && i < 6; at = at.parentElement, i += 1) near.push(at);
  const label = element.id && document.querySelector(`label[for="${CSS.escape(element.id)}"]`);
  for (const one of [label, element.nextElementSibling, ...element.children]) if (one) near.push(one);
  for (const one of near) one.getAnimations().forEach((animation) => animation.finish());
  return near
    .map((one) => {
      const style = getComputedStyle(one);
      const outline =
        style.outlineStyle === 'none' ? '' : `${style.outlineStyle} ${style.outlineWidth} ${style.outlineColor}`;
      return [outline, style.boxShadow, style.borderColor, style.backgroundColor, style.textDecorationLine].join('|');
    })
    .join('\n');
}

/** Whether this was a stop for people, other than the heading that a new screen begins at. */
function wasStop(element, now) {
  return element !== now && element !== document.body && element.isConnected && element.tabIndex >= 0;
}

/** What a screen reader would roughly say, for messages. */
function named(element) {
  if (element === document.body) return 'the page itself';
  const text = element.getAttribute('aria-label') ?? element.labels?.[0]?.innerText ?? element.innerText ?? '';
  return `${element.tagName.toLowerCase()} “${text.trim().slice(0, 60)}”`;
}

/** Whether the middle of the element is on the screen and nothing lies over it (2.4.11 of WCAG). */
function covered(element) {
  element.getAnimations().forEach((animation) => animation.finish());
  const box = element.getBoundingClientRect();
  if (box.width < 2 || box.height < 2) return false;
  const x = Math.min(Math.max((box.left + box.right) / 2, 0), innerWidth - 1);
  const seen = [box.top + 3, (box.top + box.bottom) / 2, box.bottom - 3].some((y) => {
    const top = document.elementFromPoint(x, y);
    return top && (element.contains(top) || top.contains(element) || top.closest('label')?.control === element);
  });
  return !seen;
}

export class Keyboard {
  #page;
  #unseen = new Set();
  stops = 0;

  constructor(page) {
    this.#page = page;
  }

  press(key) {
    return this.#page.keyboard.press(key);
  }

  /** Stops at which nothing showed the focus, or it lay under something. */
  unseen() {
    return [...this.#unseen];
  }

  /** Goes on to the next stop, and remembers the one that is left when it looked there as it looks without the focus. */
  async tab(key = 'Tab') {
    const { before, focused } = await this.#focus();
    await this.press(key);
    this.stops += 1;
    const at = await this.#page.evaluateHandle(() => document.activeElement);
    const place = new URL(this.#page.url()).pathname;
    if (await before.evaluate(wasStop, at)) {
      const same = async () => (await before.evaluate(look)) === focused;
      if (await this.#stays(same)) this.#unseen.add(`${place}: ${await before.evaluate(named)} shows no focus`);
    }
    const under = () => at.evaluate(covered);
    if (await this.#stays(under))
      this.#unseen.add(`${place}: ${await at.evaluate(named)} has the focus under something`);
  }

  /** Where the focus is and how it looks, asked at once: a screen that comes late may move the focus to its heading in between. */
  async #focus() {
    const now = await this.#page.evaluateHandle(`(() => {
      ${look}
      return { stop: document.activeElement, looks: look(document.activeElement) };
    })()`);
    return { before: await now.getProperty('stop'), focused: await (await now.getProperty('looks')).jsonValue() };
  }

  /** Whether it is so, and not only while a list fades out or a library takes its ring away. */
  async #stays(wrong) {
    for (let i = 0; i < 10; i += 1) {
      if (!(await wrong())) return false;
      await this.#page.waitForTimeout(30);
    }
    return true;
  }

  /** Tabs until the element has the focus. */
  async to(target, key = 'Tab') {
    const one = target.first();
    await one.waitFor({ state: 'visible' });
    const passed = [];
    for (let i = 0; i < FAR; i += 1) {
      if (await one.evaluate((element) => element === document.activeElement)) return;
      await this.tab(key);
      passed.push(await this.#page.evaluate(named, await this.#page.evaluateHandle(() => document.activeElement)));
    }
    assert.fail(`${target} is not reached by ${key}; passed were ${[...new Set(passed)].join(', ')}`);
  }

  /** Goes there and presses Enter. */
  async enter(target) {
    await this.to(target);
    await this.press('Enter');
  }

  /** Goes there and types over what stands there. */
  async type(target, text) {
    await this.to(target);
    await this.press('ControlOrMeta+a');
    await this.#page.keyboard.type(text);
  }

  /** Opens a list, goes by arrows to the option and takes it. */
  async choose(target, name, typed) {
    await this.to(target);
    if (typed) {
      await this.press('ControlOrMeta+a');
      await this.#page.keyboard.type(typed);
    } else {
      await this.press('ArrowDown');
    }
    const option = this.#page.getByRole('option', { name, exact: true });
    await option.waitFor();
    for (let i = 0; i < FAR; i += 1) {
      const marked = await option.evaluate((element) => {
        const active = document.activeElement?.getAttribute('aria-activedescendant');
        return active === element.id || element.hasAttribute('data-combobox-selected');
      });
      if (marked) {
        await this.press('Enter');
        return;
      }
      await this.press('ArrowDown');
    }
    assert.fail(`The option ${name} is not reached by arrows.`);
  }
}
