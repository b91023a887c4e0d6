import { Type } from 'typebox';
import { changesOf, list, nullable, oneOf } from '../../record/events/event-fields.js';
import { eventType } from '../../record/events/event-type.js';
import { POLARITIES } from './rating.entity.js';

const WORD = Type.Object({
  key: Type.String(),
  order: nullable(Type.Integer()),
  numericValue: nullable(Type.Number()),
  polarity: oneOf(POLARITIES),
  colour: Type.String(),
  labels: Type.Record(Type.String(), Type.String()),
});

export const RATING_SCALE_CHANGED = eventType('rating-scale.changed', {
  subject: 'workspace',
  says: 'Another rating scale is in force for rounds that open from now on.',
  data: { changes: changesOf({ ratings: list(WORD) }) },
});
