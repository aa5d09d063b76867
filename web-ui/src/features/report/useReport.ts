import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, ask } from '@/lib/api';
import { busyRows, type Report } from './figures';
import { daysFault, groupOf, requestOf, type Group, type Question } from './question';

type Request = ReturnType<typeof requestOf>;

/** A mailing that went out and was answered within so many days is shown by hours, unless somebody asked for days. */
const FEW_DAYS = 2;
const DAY = 86_400_000;

/** Hours instead of days, where the life of a mailing has come to little more than one day. */
export function closer(question: Question, request: Request, report: Report | undefined): Request | undefined {
  if (!report || question.period !== 'life' || question.group) return undefined;
  const busy = busyRows(report.rows);
  const [first, last] = [busy[0]?.at, busy[busy.length - 1]?.at];
  if (!first || !last || busy.length > FEW_DAYS) return undefined;
  const end = Math.min(Date.parse(last) + DAY, Date.parse(report.to));
  return { ...request, group: 'hour', from: first, to: new Date(end).toISOString() };
}

function useAnswer(request: Request | undefined) {
  return useQuery({
    queryKey: ['report', 'channel', request],
    queryFn: ({ signal }) => ask(api.GET('/api/v1/reports/channel', { params: { query: request ?? {} }, signal })),
    enabled: request !== undefined,
    placeholderData: keepPreviousData,
  });
}

/** The report that is asked for, and the words with which it was asked. */
export function useReport(question: Question) {
  const fault = daysFault(question);
  const request = requestOf(question, groupOf(question), new Date());
  const first = useAnswer(fault ? undefined : request);
  const near = closer(question, request, first.isPlaceholderData ? undefined : first.data);
  const second = useAnswer(near);
  const shown = near ? second : first;
  const asked = near ?? request;
  const group: Group = shown.data?.group ?? asked.group;
  return { ...shown, fault, asked, group, refetch: shown.refetch };
}
