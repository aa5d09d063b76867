const BASE = 'api/v1/';

/** What the simulator said about a question it did not like, in one sentence. */
export class Refusal extends Error {
  constructor(status, code, detail) {
    super(detail);
    this.status = status;
    this.code = code;
  }
}

async function refusalOf(response) {
  const text = await response.text();
  try {
    const problem = JSON.parse(text);
    return new Refusal(response.status, problem.code ?? '', problem.detail || `HTTP ${response.status}`);
  } catch {
    return new Refusal(response.status, '', `HTTP ${response.status}`);
  }
}

/**
 * Asks the simulator.
 *
 * @param {string} method
 * @param {string} path below api/v1
 * @param {{query?: object, body?: any, type?: string, signal?: AbortSignal}} [more] a body that is a string is sent as it is
 */
export async function ask(method, path, more = {}) {
  const { query = {}, body, type = 'application/json', signal } = more;
  const words = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '');
  const address = BASE + path + (words.length > 0 ? `?${new URLSearchParams(words)}` : '');
  const given = { method, signal, headers: { Accept: 'application/json' } };
  if (body !== undefined) {
    given.headers['Content-Type'] = type;
    given.body = typeof body === 'string' ? body : JSON.stringify(body);
  }
  const response = await fetch(address, given);
  if (!response.ok) throw await refusalOf(response);
  const text = await response.text();
  return text === '' ? undefined : JSON.parse(text);
}

export const get = (path, query, signal) => ask('GET', path, { query, signal });
export const post = (path, body) => ask('POST', path, { body });
export const patch = (path, body) => ask('PATCH', path, { body });
export const remove = (path, query) => ask('DELETE', path, { query });

/** A piece of a path that somebody else chose. */
export const piece = (text) => encodeURIComponent(text);

/** Where a part of the interface is, as one would type it. */
export const address = (path) => new URL(path, document.baseURI).href;
