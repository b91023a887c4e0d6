import { Text } from '../../base/http/fields.js';

export class StreamQuery {
  @Text({
    optional: true,
    max: 500,
    description:
      'The cursor of an event, or the nextCursor of GET /events: what follows is told. Left out: from now.',
  })
  after?: string;

  @Text({
    optional: true,
    max: 1000,
    description: 'Only these types, separated by commas; claim.* means all of them.',
  })
  type?: string;
}
