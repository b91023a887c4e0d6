import type { Answer } from '../setup/workspace.js';

/** Expects a refusal as the API describes them all; with `path`, that this field is named as the fault. */
export function expectProblem(answer: Answer, status: number | number[], path?: string): void {
  expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect([status].flat()).toContain(answer.status);
  expect(answer.body).toMatchObject({
    type: `urn:second-source:problem:${answer.body.code}`,
    title: expect.any(String),
    status: answer.status,
    detail: expect.any(String),
    code: expect.stringMatching(/^[a-z_-]+\.[a-z_]+$/),
    requestId: answer.headers.get('x-request-id'),
  });
  if (answer.body.errors !== undefined) {
    for (const error of answer.body.errors) {
      expect(error).toEqual({ path: expect.any(String), message: expect.stringMatching(/\S/) });
    }
  }
  if (path !== undefined) {
    expect(answer.body.errors?.map((error: { path: string }) => error.path)).toContain(path);
  }
}
