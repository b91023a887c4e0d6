import { Injectable } from '@nestjs/common';
import { Counter, Gauge } from 'prom-client';
import { OpenStreams } from '../../base/http/open-streams.service.js';
import { Metrics } from './metrics.service.js';

/** The streams of events that this process keeps open. */
@Injectable()
export class StreamMetrics {
  constructor(streams: OpenStreams, { registry }: Metrics) {
    new Gauge({
      name: 'second_source_streams_open',
      help: 'Streams of events that this process keeps open: use sum.',
      registers: [registry],
      collect() {
        this.set(streams.count);
      },
    });
    new Counter({
      name: 'second_source_streams_cut_off_total',
      help: 'Streams that this process cut off because their reader took nothing: use sum.',
      registers: [registry],
      collect() {
        this.reset();
        this.inc(streams.cutOff);
      },
    });
  }
}
