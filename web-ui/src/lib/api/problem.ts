import type { components } from './schema';

export type Problem = components['schemas']['Problem'];
export type FieldProblem = NonNullable<Problem['errors']>[number];

/** The server said no. The code is stable; the detail is an English sentence for a person. */
export class ProblemError extends Error {
  readonly problem: Problem;
  readonly status: number;

  constructor(problem: Problem) {
    super(problem.detail);
    this.name = 'ProblemError';
    this.problem = problem;
    this.status = problem.status;
  }

  get code(): string {
    return this.problem.code;
  }

  /** Under which number the server's log tells more; empty when it does not. */
  get requestId(): string {
    return this.problem.parameters?.['id'] && this.code === 'server-error' ? this.problem.parameters['id'] : '';
  }
}

/** Nobody answered: the server is down, or the network is. */
export class NoAnswerError extends Error {
  constructor() {
    super('The server does not answer.');
    this.name = 'NoAnswerError';
  }
}

/** What an answer that is no success says; some proxies answer by themselves, in HTML. */
export function problemOf(status: number, body: unknown): Problem {
  if (typeof body === 'object' && body !== null && 'code' in body && 'detail' in body) {
    return body as Problem;
  }
  return { type: 'about:blank', title: '', status, code: 'answer-unknown', detail: `The answer was ${status}.` };
}
