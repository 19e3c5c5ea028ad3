/** What a throttled call waits for when the service does not say. */
const defaultRetryMs = 5_000;
const longestRetryMs = 24 * 3_600_000;

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const httpDate = /^\w{3}, (\d{2}) (\w{3}) (\d{4}) (\d{2}:\d{2}:\d{2}) GMT$/;

/** Milliseconds to wait: the header says seconds, or a date in HTTP's form. Undefined when it says nothing that can be read. */
export function retryAfterMs(header: string | undefined, now: Temporal.Instant): number | undefined {
  const ms = /^\d{1,6}$/.test(header ?? '') ? Number(header) * 1_000 : untilDate(header ?? '', now);
  return ms === undefined ? undefined : Math.min(Math.max(ms, 0), longestRetryMs);
}

/** The same where something has to be waited for in any case. */
export function throttledMs(header: string | undefined, now: Temporal.Instant): number {
  return retryAfterMs(header, now) ?? defaultRetryMs;
}

function untilDate(header: string, now: Temporal.Instant): number | undefined {
  const [, day, name = '', year, time] = httpDate.exec(header) ?? [];
  const month = String(months.indexOf(name) + 1).padStart(2, '0');
  try {
    const until = Temporal.Instant.from(`${year}-${month}-${day}T${time}Z`);
    return until.epochMilliseconds - now.epochMilliseconds;
  } catch {
    return undefined;
  }
}
