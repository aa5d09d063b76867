export { api, ask, ifMatch, newKey } from './client';
export { NoAnswerError, ProblemError, type FieldProblem, type Problem } from './problem';
export { onRecovery, tryNow, useServer, type ServerState } from './server';
export { currentSession, ended, loggedOut, opened, useMay, useSession, type Me, type Session } from './session';
export type { components, paths } from './schema';

import type { components } from './schema';

/** A schema of openapi.yaml by its name: `Schema<'Sender'>`. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name];

/** A page of a list. */
export interface Page<T> {
  items: T[];
  next: string | null;
}
