import type { Schema } from '@/lib/api';
import { isStandard } from './fields';

export type Look = Schema<'DetectedFile'>;
export type Mode = Schema<'WriteMode'>;

/** The column with the phone of the subscription; it is no field of the profile. */
export const SMS = '@sms';
export const PHONES = 'phones';
const ID = '_id';
const BY_FIELD = 'field:';

/** What a person decides about a file. What nobody has decided follows from the file and the database. */
export type Plan = {
  databaseId: string;
  /** Settings of the importer that win over what it detects. */
  settings: Record<string, string>;
  /** Where columns go that somebody has chosen: a field, SMS, or nothing for a column that is left out. */
  columns: Record<string, string>;
  /** By what people are found: `phone`, `email`, `field:permit`; empty for what is suggested. */
  match: string;
  mode: Mode;
  clearEmpty: boolean;
  /** By which phones without a plus are read; empty for the database's. */
  country: string;
  /** Patterns of dates, parted by commas. */
  dateFormats: string;
  resourceId: string;
  rejectInvalid: boolean;
};

export const NEW: Plan = {
  databaseId: '',
  settings: {},
  columns: {},
  match: '',
  mode: 'add_and_update',
  clearEmpty: false,
  country: '',
  dateFormats: '',
  resourceId: '',
  rejectInvalid: false,
};

type Fields = Schema<'ProfileField'>[];
/** Where each column goes, in the file's order. */
export type Mapping = Record<string, string>;

function exists(target: string, fields: Fields): boolean {
  return target === SMS || target === ID || isStandard(target) || fields.some((field) => field.name === target);
}

/** What was chosen, and for the other columns what the server guesses; no field twice. */
export function mappingOf(look: Look, plan: Plan, fields: Fields): Mapping {
  const chosen = (column: string) => {
    const target = plan.columns[column];
    return target === undefined || (target !== '' && !exists(target, fields)) ? undefined : target;
  };
  const taken = new Set(look.columns.map(chosen).filter(Boolean));
  return Object.fromEntries(
    look.guesses.map(({ column, field }) => {
      const mine = chosen(column);
      if (mine !== undefined) return [column, mine];
      const guess = field === PHONES ? SMS : (field ?? '');
      const free = guess !== '' && exists(guess, fields) && !taken.has(guess);
      if (free) taken.add(guess);
      return [column, free ? guess : ''];
    }),
  );
}

/** The choices after a column got a target; another column that had it is left out. */
export function moved(mapping: Mapping, plan: Plan, column: string, target: string): Plan['columns'] {
  const before = Object.keys(mapping).find((one) => one !== column && target !== '' && mapping[one] === target);
  return { ...plan.columns, ...(before === undefined ? {} : { [before]: '' }), [column]: target };
}

function columnOf(mapping: Mapping, target: string): string | undefined {
  return Object.keys(mapping).find((column) => mapping[column] === target);
}

/** The column with the phones; undefined when there is none. */
export function phoneColumnOf(mapping: Mapping): string | undefined {
  return columnOf(mapping, SMS) ?? columnOf(mapping, PHONES);
}

/** The column that somebody has chosen for the phones, for the server to try. */
export function chosenPhoneColumn(plan: Plan): string {
  return columnOf(plan.columns, SMS) ?? columnOf(plan.columns, PHONES) ?? '';
}

/** By what people can be found with these columns, the best first. */
export function matchesOf(mapping: Mapping, fields: Fields): string[] {
  const used = new Set(Object.values(mapping));
  const phone = used.has(SMS) || used.has(PHONES);
  const email = used.has('email');
  return [
    ...fields.filter((field) => field.key && used.has(field.name)).map((field) => BY_FIELD + field.name),
    ...(phone ? ['phone'] : []),
    ...(email ? ['email'] : []),
    ...(phone && email ? ['email_or_phone'] : []),
    ...(used.has(ID) ? ['profile_id'] : []),
    'nothing',
  ];
}

/** What was chosen as long as it is possible, else the best. */
export function matchOf(plan: Plan, mapping: Mapping, fields: Fields): string {
  const possible = matchesOf(mapping, fields);
  return possible.includes(plan.match) ? plan.match : (possible[0] ?? 'nothing');
}

/** The name of the key field that people are found by; undefined when it is something else. */
export function matchField(match: string): string | undefined {
  return match.startsWith(BY_FIELD) ? match.slice(BY_FIELD.length) : undefined;
}

/** Whether dates are among what is taken, whose patterns can be told. */
export function usesDates(mapping: Mapping, fields: Fields): boolean {
  const dates = fields.filter((field) => field.type === 'date' || field.type === 'datetime').map((field) => field.name);
  return Object.values(mapping).some((target) => ['_bdate', '_regdate', ...dates].includes(target));
}

/** The order for the server. A phone that subscribes nobody goes to the profile. */
export function orderOf(plan: Plan, uploadId: string, look: Look, fields: Fields): Schema<'NewImport'> {
  const mapping = mappingOf(look, plan, fields);
  const phone = phoneColumnOf(mapping);
  const match = matchOf(plan, mapping, fields);
  const field = matchField(match);
  const inProfile = Object.values(mapping).includes(PHONES);
  const columns = Object.entries(mapping)
    .map(([column, target]): [string, string] => [
      column,
      target !== SMS ? target : plan.resourceId || inProfile ? '' : PHONES,
    ])
    .filter(([, target]) => target !== '');
  const formats = plan.dateFormats.split(',').flatMap((format) => format.trim() || []);
  return {
    uploadId,
    databaseId: plan.databaseId,
    importer: look.importer,
    settings: look.settings,
    columns: Object.fromEntries(columns),
    mode: plan.mode,
    clearEmpty: plan.clearEmpty,
    ...(field === undefined ? { match: match as Schema<'MatchBy'> } : { match: 'field' as const, matchField: field }),
    ...(plan.country ? { country: plan.country } : {}),
    ...(formats.length > 0 ? { dateFormats: formats } : {}),
    ...(plan.resourceId && phone !== undefined
      ? {
          subscribe: {
            resourceId: plan.resourceId,
            channel: 'sms' as const,
            column: phone,
            rejectInvalid: plan.rejectInvalid,
          },
        }
      : {}),
  };
}
