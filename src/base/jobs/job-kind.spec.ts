import { jobKind, JobHandler, pairHandlers } from './job-kind.js';

const kind = jobKind<{ id: string }>({ name: 'test.do', attempts: 1, backoffSeconds: 1 });

class Handler extends JobHandler<{ id: string }> {
  readonly kind = kind;
  perform(): Promise<void> {
    return Promise.resolve();
  }
}

describe('declaring jobs', () => {
  it('refuses a name that is declared twice', () => {
    expect(() => jobKind({ name: 'test.do', attempts: 1, backoffSeconds: 1 })).toThrow('declared twice');
  });

  it('pairs each kind with its handler', () => {
    const handler = new Handler();
    expect(pairHandlers([kind], [handler]).get('test.do')).toBe(handler);
  });

  it('stops the start when a kind has no handler', () => {
    expect(() => pairHandlers([kind], [])).toThrow('the job test.do has no handler');
  });

  it('stops the start when a kind has two handlers', () => {
    expect(() => pairHandlers([kind], [new Handler(), new Handler()])).toThrow(
      'the job test.do has 2 handlers',
    );
  });
});
