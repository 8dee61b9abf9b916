/** How numbers and times are written in one language. */
export interface Formats {
  /** 0–1 as whole percent, e.g. `83 %`. */
  percent(share: number): string;
  /** At most two decimals. */
  number(value: number): string;
  /** Day and minute in the reader's own zone. */
  dateTime(iso: string): string;
  /** Length in words of the clock, e.g. `3:07`. */
  clock(ms: number): string;
  /** Clock with tenths, for moments inside a call, e.g. `0:12.4`. */
  moment(ms: number): string;
  /** From – to, each as a moment. */
  span(startMs: number, endMs: number): string;
  bytes(count: number): string;
}

function clock(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const rest = String(seconds % 60).padStart(2, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`;
}

function moment(ms: number): string {
  const tenths = Math.max(0, Math.floor(ms / 100));
  return `${clock(tenths * 100)}.${tenths % 10}`;
}

/** The formats of one language, by its BCP 47 tag. */
export function createFormats(tag: string): Formats {
  const percent = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 0 });
  const number = new Intl.NumberFormat(tag, { maximumFractionDigits: 2 });
  const bytes = new Intl.NumberFormat(tag, { maximumFractionDigits: 1 });
  const dateTime = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' });
  return {
    percent: (share) => percent.format(share),
    number: (value) => number.format(value),
    dateTime: (iso) => {
      const time = new Date(iso);
      return Number.isNaN(time.getTime()) ? iso : dateTime.format(time);
    },
    clock,
    moment,
    span: (startMs, endMs) => `${moment(startMs)} – ${moment(endMs)}`,
    bytes: (count) =>
      count < 1_000_000 ? `${bytes.format(count / 1000)} kB` : `${bytes.format(count / 1_000_000)} MB`,
  };
}
