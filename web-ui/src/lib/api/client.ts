import createClient, { type Middleware } from 'openapi-fetch';
import { NoAnswerError, ProblemError, problemOf } from './problem';
import type { paths } from './schema';
import { answered, noAnswer } from './server';
import { currentSession, ended, opened, type Me } from './session';

const CHANGES = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
const GATEWAY_ERRORS = new Set([502, 504]);

/** A number that nobody else makes. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function send(request: Request): Promise<Response> {
  let response: Response;
  try {
    response = await globalThis.fetch(request);
  } catch (problem) {
    if (request.signal.aborted) throw problem;
    noAnswer();
    throw new NoAnswerError();
  }
  if (GATEWAY_ERRORS.has(response.status)) {
    noAnswer();
    throw new NoAnswerError();
  }
  answered();
  return response;
}

/** Adds what a change by a browser must carry; asks again when another window has begun another session meanwhile. */
async function sendChange(request: Request): Promise<Response> {
  if (!CHANGES.has(request.method)) return send(request);
  const token = currentSession().me?.csrfToken;
  if (token) request.headers.set('X-CSRF-Token', token);
  const again = request.clone();
  const response = await send(request);
  if (response.status !== 403 || !token) return response;
  const problem: unknown = await response
    .clone()
    .json()
    .catch(() => null);
  if (problemOf(403, problem).code !== 'request-foreign') return response;
  const asked = await send(new Request(new URL('/api/v1/me', location.origin)));
  const me = (asked.ok ? await asked.json() : null) as Me | null;
  if (!me?.csrfToken || me.csrfToken === token || me.id !== currentSession().me?.id) return response;
  opened(me);
  again.headers.set('X-CSRF-Token', me.csrfToken);
  return send(again);
}

const middleware: Middleware = {
  onRequest({ request }) {
    if (request.method === 'POST' && !request.headers.has('Idempotency-Key')) {
      request.headers.set('Idempotency-Key', newKey());
    }
    return request;
  },
  onResponse({ response, schemaPath }) {
    if (response.status === 401 && schemaPath !== '/api/v1/sessions') ended();
    return response;
  },
};

/** Every operation of openapi.yaml, typed. Wrap a call in `ask` to get the value or an error that a screen can show. */
export const api = createClient<paths>({ baseUrl: location.origin, fetch: sendChange });
api.use(middleware);

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The value of an answer, or a ProblemError. */
export async function ask<T>(answer: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await answer;
  if (!response.ok) throw new ProblemError(problemOf(response.status, error));
  return data as T;
}

/** The header by which a change says which version it changes. */
export function ifMatch(version: number): { 'If-Match': string } {
  return { 'If-Match': `"${version}"` };
}
