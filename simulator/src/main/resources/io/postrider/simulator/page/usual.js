/** How the simulator behaves when nobody asked for anything else; what differs from it is marked. */
export const USUAL = {
  seed: 1,
  latency: { fixed: 0 },
  receiptDelay: { fixed: 100 },
  outcomes: { delivered: 96, undelivered: 3, expired: 1, rejected: 0, deleted: 0, unknown: 0, unanswered: 0 },
  refused: { share: 0, status: 'ESME_RSUBMITFAIL' },
  rules: [],
  faults: {
    throttle: 0,
    throttleStatus: 'ESME_RTHROTTLED',
    window: 0,
    windowStatus: 'ESME_RMSGQFUL',
    loseSubmits: 0,
    loseResponses: 0,
    emptyResponses: 0,
    emptyIds: 0,
    nacks: 0,
    receiptsFirst: 0,
    loseReceipts: 0,
    duplicateReceipts: 0,
    lateReceipts: 0,
    lateBy: 60_000,
    reverseReceipts: false,
    garble: 0,
    cut: 0,
    dropEvery: 0,
    dropAfter: 0,
    refuseBinds: '',
    silent: false,
    slowReader: 0,
  },
  dialect: {
    responseId: 'decimal',
    receiptId: 'decimal',
    tlvs: true,
    text: 'standard',
    dates: 'minutes',
    esmClass: 4,
    carrier: 'deliver_sm',
    states: {},
  },
  reading: { clicks: 30, delay: { fixed: 0 }, repeats: 0, robots: 0, base: '' },
  autoReplies: [],
};

const IDS = ['decimal', 'hex', 'HEX', 'padded'];
const share = (...names) => names.map((name) => [name, { kind: 'share' }]);

/** The sections of the form: name, and its fields by their path with how they are typed. */
export const SECTIONS = [
  [
    'outcomes',
    share(
      'outcomes.undelivered',
      'outcomes.expired',
      'outcomes.rejected',
      'outcomes.deleted',
      'outcomes.unknown',
      'outcomes.unanswered',
    ),
  ],
  [
    'times',
    [
      ['latency', { kind: 'delay' }],
      ['receiptDelay', { kind: 'delay' }],
      ['refused.share', { kind: 'share' }],
      ['refused.status', { kind: 'status' }],
    ],
  ],
  [
    'limits',
    [
      ['faults.throttle', { kind: 'number', unit: 'unit.perSecond' }],
      ['faults.throttleStatus', { kind: 'status' }],
      ['faults.window', { kind: 'number', unit: 'unit.submits' }],
      ['faults.windowStatus', { kind: 'status' }],
      ['faults.slowReader', { kind: 'number', unit: 'unit.octetsPerSecond' }],
      ['faults.refuseBinds', { kind: 'status' }],
      ['faults.dropEvery', { kind: 'number', unit: 'unit.ms' }],
      ['faults.dropAfter', { kind: 'number', unit: 'unit.submits' }],
      ['faults.silent', { kind: 'toggle' }],
    ],
  ],
  [
    'responses',
    share(
      'faults.loseSubmits',
      'faults.loseResponses',
      'faults.emptyResponses',
      'faults.emptyIds',
      'faults.nacks',
      'faults.garble',
      'faults.cut',
    ),
  ],
  [
    'receipts',
    [
      ...share('faults.receiptsFirst', 'faults.loseReceipts', 'faults.duplicateReceipts', 'faults.lateReceipts'),
      ['faults.lateBy', { kind: 'number', unit: 'unit.ms' }],
      ['faults.reverseReceipts', { kind: 'toggle' }],
    ],
  ],
  [
    'dialect',
    [
      ['dialect.responseId', { kind: 'choice', choices: IDS }],
      ['dialect.receiptId', { kind: 'choice', choices: IDS }],
      [
        'dialect.text',
        {
          kind: 'choice',
          choices: ['standard', 'upperKeys', 'lowerKeys', 'noCounts', 'shuffled', 'spaced', 'fullWords', 'none'],
        },
      ],
      ['dialect.dates', { kind: 'choice', choices: ['minutes', 'seconds', 'full', 'epoch', 'empty'] }],
      ['dialect.carrier', { kind: 'choice', choices: ['deliver_sm', 'data_sm', 'payload'] }],
      ['dialect.esmClass', { kind: 'number', unit: '' }],
      ['dialect.tlvs', { kind: 'toggle' }],
      ['dialect.states', { kind: 'json', example: { undelivered: 'FAILED' } }],
    ],
  ],
  [
    'reading',
    [
      ...share('reading.clicks', 'reading.repeats', 'reading.robots'),
      ['reading.delay', { kind: 'delay' }],
      ['reading.base', { kind: 'text', placeholder: 'http://127.0.0.1:8080' }],
    ],
  ],
  [
    'rules',
    [
      [
        'rules',
        {
          kind: 'json',
          example: [{ name: 'bad prefix', prefix: '1808', share: 100, outcome: 'undelivered', error: '027' }],
        },
      ],
    ],
  ],
  [
    'autoReplies',
    [
      [
        'autoReplies',
        { kind: 'json', example: [{ after: 1, containing: '', text: 'STOP', share: 5, delay: { fixed: 0 } }] },
      ],
    ],
  ],
];

/** What stands at a path such as `faults.throttle`. */
export const at = (behaviour, path) => path.split('.').reduce((value, key) => value?.[key], behaviour);

/** The same value at a path of an otherwise empty object. */
export const nested = (path, value) => path.split('.').reduceRight((inner, key) => ({ [key]: inner }), value);

/** Whether two values say the same, in whatever order their fields are. */
export const same = (one, other) => ordered(one) === ordered(other);

function ordered(value) {
  if (Array.isArray(value)) return `[${value.map(ordered).join()}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? '';
  return `{${Object.keys(value)
    .sort()
    .map((key) => `${key}:${ordered(value[key])}`)
    .join()}}`;
}
