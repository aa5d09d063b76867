import { say, spoken } from './words.js';

const kept = new Map();

/** Formats are dear to make and cheap to use. */
function kind(name, make) {
  const key = `${spoken()} ${name}`;
  if (!kept.has(key)) kept.set(key, make(spoken()));
  return kept.get(key);
}

const digits = (value, most) =>
  kind(`digits ${most}`, (language) => new Intl.NumberFormat(language, { maximumFractionDigits: most })).format(value);

export const count = (value) => digits(value ?? 0, 0);

export const decimal = (value) => digits(value ?? 0, 1);

const two = (value) => String(value).padStart(2, '0');

/** Hours, minutes and seconds where the reader is. */
export function clock(time) {
  if (!time) return '';
  const date = new Date(time);
  return `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}

/** The same with milliseconds, as traces want it. */
export function exactClock(time) {
  return time ? `${clock(time)}.${String(new Date(time).getMilliseconds()).padStart(3, '0')}` : '';
}

/** Day and time in full, for tooltips and for what is not from today. */
export function day(time) {
  if (!time) return '';
  const words = { day: 'numeric', month: 'short', year: 'numeric' };
  const date = kind('day', (language) => new Intl.DateTimeFormat(language, words)).format(new Date(time));
  return `${date}, ${exactClock(time)}`;
}

/** The short name of the zone that all times on the page are in. */
export function zone() {
  const parts = new Intl.DateTimeFormat(spoken(), { timeZoneName: 'short' }).formatToParts(new Date());
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? 'UTC';
}

/** At most two units: 7 min 27 s. */
export function span(milliseconds) {
  if (milliseconds < 1000) return say('span.ms', { n: Math.round(milliseconds) });
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 60) return say('span.s', { n: seconds });
  const minutes = Math.floor(seconds / 60);
  const rest = seconds % 60;
  if (minutes < 60) return say('span.min', { n: minutes }) + (rest ? ` ${say('span.s', { n: rest })}` : '');
  const hours = Math.floor(minutes / 60);
  return say('span.h', { n: hours }) + (minutes % 60 ? ` ${say('span.min', { n: minutes % 60 })}` : '');
}

/** How long ago something was heard. */
export function ago(time) {
  if (!time) return say('ago.never');
  const passed = Date.now() - new Date(time).getTime();
  return passed < 2000 ? say('ago.now') : say('ago.since', { span: span(passed) });
}

const NORTH_AMERICAN = /^\+?1([2-9]\d{2})(\d{3})(\d{4})$/;
const RUSSIAN = /^\+?7(\d{3})(\d{3})(\d{2})(\d{2})$/;
const NO_BREAK = '\u00a0';

/** A number as its country writes it where we know that for sure; anything else as it came. */
export function phoneNumber(raw) {
  const american = NORTH_AMERICAN.exec(raw);
  if (american) return `+1 ${american[1]} ${american[2]} ${american[3]}`.replaceAll(' ', NO_BREAK);
  const russian = RUSSIAN.exec(raw);
  if (russian) return `+7 ${russian[1]} ${russian[2]}-${russian[3]}-${russian[4]}`.replaceAll(' ', NO_BREAK);
  return raw ?? '';
}

const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f]/g;

/** Control characters as signs one can see. */
export const visible = (text) =>
  (text ?? '').replace(CONTROL, (sign) =>
    sign === '\u007f' ? '\u2421' : String.fromCharCode(0x2400 + sign.charCodeAt(0)),
  );

/** Octets, with a unit a person can take in. */
export function octets(value) {
  if (value < 10_000) return say('octets.b', { n: value ?? 0 });
  if (value < 10_000_000) return say('octets.k', { n: Math.round(value / 1000) });
  return say('octets.m', { n: Math.round(value / 1_000_000) });
}
