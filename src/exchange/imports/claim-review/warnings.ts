import { LIMITS, type Remark, remark } from './found-review.js';

/** What was dropped or changed on the way. One review cannot fill a report: after so many, the rest is not told. */
export class Warnings {
  readonly all: Remark[] = [];

  add(code: string, path: string, message: string): void {
    if (this.all.length < LIMITS.entries) this.all.push(remark(code, path, message));
  }
}
