/** One sample of Prometheus' text: `name{label="value"} 1`. */
export interface Sample {
  name: string;
  labels: Record<string, string>;
  value: number;
}

const SAMPLE = /^([a-zA-Z_:][\w:]*)(?:\{(.*)\})? (\S+)$/;
const LABEL = /([a-zA-Z_]\w*)="((?:[^"\\]|\\.)*)"(?:,|$)/gy;
const NUMBER = /^(Nan|[+-]Inf|-?\d+(\.\d+)?(e[+-]?\d+)?)$/;
const OF_A_FAMILY = /_(bucket|sum|count)$/;

/** What a scraper understands of an answer; throws at a line that it would not. */
export class Scrape {
  readonly types = new Map<string, string>();
  readonly helps = new Map<string, string>();
  readonly samples: Sample[] = [];

  constructor(readonly text: string) {
    if (!text.endsWith('\n')) throw new Error('the last line has no end');
    for (const line of text.trimEnd().split('\n')) this.read(line);
  }

  /** The sum of a metric over all samples with these labels; undefined where there is none. */
  value(name: string, labels: Record<string, string> = {}): number | undefined {
    const found = this.samples.filter(
      (sample) =>
        sample.name === name && Object.entries(labels).every(([key, value]) => sample.labels[key] === value),
    );
    return found.length === 0 ? undefined : found.reduce((sum, { value }) => sum + value, 0);
  }

  /** The metric that a sample belongs to: a histogram's buckets, sum and count have its name with an ending. */
  familyOf(name: string): string {
    const family = name.replace(OF_A_FAMILY, '');
    return this.types.has(name) ? name : family;
  }

  private read(line: string): void {
    if (line === '') return;
    const [, kind, name, rest] = /^# (HELP|TYPE) (\S+) (.+)$/.exec(line) ?? [];
    if (kind !== undefined) {
      const known = kind === 'HELP' ? this.helps : this.types;
      if (known.has(name!)) throw new Error(`${kind} twice: ${line}`);
      known.set(name!, rest!);
      return;
    }
    const [, sample, labels = '', value] = SAMPLE.exec(line) ?? [];
    if (sample === undefined || !NUMBER.test(value!)) throw new Error(`not a sample: ${line}`);
    if (!this.types.has(this.familyOf(sample))) throw new Error(`a sample of no known type: ${line}`);
    this.samples.push({ name: sample, labels: readLabels(labels), value: Number(value) });
  }
}

function readLabels(text: string): Record<string, string> {
  const labels: Record<string, string> = {};
  let read = 0;
  for (const [whole, name, value] of text.matchAll(LABEL)) {
    labels[name!] = value!;
    read += whole.length;
  }
  if (read !== text.length) throw new Error(`not labels: ${text}`);
  return labels;
}
