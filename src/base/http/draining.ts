import { Injectable } from '@nestjs/common';

/** Whether this process is about to stop: it still answers, and asks to be sent nothing new. */
@Injectable()
export class Draining {
  begun = false;
}
