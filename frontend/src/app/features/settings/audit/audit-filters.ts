/** What an audit is narrowed to, as it stands in the address: `type` may be the beginning of one, days are the reader's own. */
export interface AuditFilters {
  readonly type?: string | undefined;
  readonly actor?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

const dayStart = (day: string, plusDays = 0): string | undefined => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const at = new Date(year, month - 1, date + plusDays);
  return /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(at.getTime()) ? at.toISOString() : undefined;
};

/** As the API takes them: from the first moment of a day to the last of another. */
export function auditParams({ type, actor, from, to }: AuditFilters): Record<string, string> {
  const params = {
    type: type && /^[a-z]+\.[A-Za-z0-9.]*$/.test(type) ? type : undefined,
    actor,
    from: from ? dayStart(from) : undefined,
    to: to ? dayStart(to, 1) : undefined,
  };
  return Object.fromEntries(
    Object.entries(params).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
}
