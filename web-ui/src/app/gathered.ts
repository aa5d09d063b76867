import { learn } from '@/lib/i18n';
import type { Command, RailEntry, Screen } from '@/lib/screens';

/** What the features bring; each is a folder, and none is named here. */
const routes = import.meta.glob<{ routes: Screen[] }>('../features/*/routes.{ts,tsx}', { eager: true });
const rails = import.meta.glob<{ rail: RailEntry[] }>('../features/*/rail.ts', { eager: true });
const commandLists = import.meta.glob<{ commands: Command[] }>('../features/*/commands.ts', { eager: true });

/** A screen that comes with the words of its feature. */
function worded(feature: string, screen: Screen): Screen {
  return { ...screen, load: async () => (await Promise.all([screen.load(), learn(feature)]))[0] };
}

export const screens: Screen[] = Object.entries(routes).flatMap(([path, module]) =>
  module.routes.map((screen) => worded(path.split('/')[2] ?? '', screen)),
);
export const rail: RailEntry[] = Object.values(rails)
  .flatMap((module) => module.rail)
  .sort((a, b) => a.order - b.order);
export const commands: Command[] = Object.values(commandLists).flatMap((module) => module.commands);

/** The screen whose path fits, such as `/senders/$id` for `/senders/7`. */
export function screenAt(pathname: string): Screen | undefined {
  const steps = pathname.replace(/\/+$/, '').split('/');
  const fits = (path: string) => {
    const wanted = path.replace(/\/+$/, '').split('/');
    return wanted.length === steps.length && wanted.every((step, i) => step === steps[i] || step.startsWith('$'));
  };
  return screens.find((screen) => screen.path === pathname) ?? screens.find((screen) => fits(screen.path));
}
