import { make } from './elements.js';

/** An address with its scheme, or one that a person would take for one: a name with dots and a path. */
const LINK = /https?:\/\/[^\s<>"']+|(?<![@\w.-])(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}\/[^\s<>"']*/gi;
const END = /[.,;:!?)\]}»”]+$/;

/** A text as nodes, its links as links that open apart from this page. */
export function withLinks(text) {
  const nodes = [];
  let at = 0;
  for (const found of text.matchAll(LINK)) {
    const word = found[0].replace(END, '');
    if (found.index > at) nodes.push(text.slice(at, found.index));
    nodes.push(linkOf(word));
    at = found.index + word.length;
  }
  if (at < text.length) nodes.push(text.slice(at));
  return nodes;
}

function linkOf(word) {
  const target = /^https?:/i.test(word) ? word : `http://${word}`;
  return URL.canParse(target)
    ? make('a', { href: target, target: '_blank', rel: 'noopener noreferrer', text: word })
    : word;
}
