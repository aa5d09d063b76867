import { newKey } from './client';
import { NoAnswerError, ProblemError, problemOf } from './problem';
import { answered, noAnswer } from './server';
import { currentSession, ended, opened, type Me } from './session';

/** A file on its way to the server. */
export interface Sending {
  /** What the server answers; a DOMException called AbortError when it was cancelled. */
  answer: Promise<unknown>;
  cancel: () => void;
}

/** Another window may have begun another session meanwhile; the next attempt goes with its token. */
async function renewToken(): Promise<void> {
  const response = await fetch('/api/v1/me');
  const me = (response.ok ? await response.json() : null) as Me | null;
  if (me && me.id === currentSession().me?.id) opened(me);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Sends a file as the body of a POST and says how many of its bytes have gone; `fetch` cannot say that. */
export function sendFile(path: string, file: Blob, onProgress: (sent: number) => void): Sending {
  const request = new XMLHttpRequest();
  const answer = new Promise<unknown>((resolve, reject) => {
    const silent = () => {
      noAnswer();
      reject(new NoAnswerError());
    };
    request.upload.onprogress = (event) => onProgress(event.loaded);
    request.onabort = () => reject(new DOMException('The upload was cancelled.', 'AbortError'));
    request.onerror = silent;
    request.onload = () => {
      const body = parsed(request.responseText);
      if (request.status === 502 || request.status === 504) return silent();
      answered();
      if (request.status >= 200 && request.status < 300) return resolve(body);
      const problem = problemOf(request.status, body);
      if (request.status === 401) ended();
      const fail = () => reject(new ProblemError(problem));
      return problem.code === 'request-foreign' ? void renewToken().then(fail, fail) : fail();
    };
  });
  request.open('POST', path);
  request.setRequestHeader('Content-Type', 'application/octet-stream');
  request.setRequestHeader('Idempotency-Key', newKey());
  const token = currentSession().me?.csrfToken;
  if (token) request.setRequestHeader('X-CSRF-Token', token);
  request.send(file);
  return { answer, cancel: () => request.abort() };
}
