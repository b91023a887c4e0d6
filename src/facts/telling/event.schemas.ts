import { onDescribing } from '../../base/http/openapi.additions.js';
import type { Schema, Schemas } from '../../base/http/openapi.schemas.js';
import type { EventType } from '../../record/events/event.js';
import { declaredEvents } from '../../record/events/event-type.js';

/** `claim.submitted` is described as `ClaimSubmittedEvent`. */
export function schemaNameOf(type: string): string {
  const words = type.split(/[.-]/).map((word) => word[0]!.toUpperCase() + word.slice(1));
  return `${words.join('')}Event`;
}

/** An event with the data of its type. The data is null when it was erased. */
function schemaOf({ name, subject, says, data }: EventType): Schema {
  return {
    description: says,
    allOf: [
      { $ref: '#/components/schemas/Event' },
      {
        type: 'object',
        properties: {
          type: { const: name },
          subject: { type: 'object', properties: { type: { const: subject } } },
          data: { anyOf: [JSON.parse(JSON.stringify(data)) as Schema, { type: 'null' }] },
        },
      },
    ],
  };
}

/** Every type of event has a schema in the description of the API, and `Event` says which it is. */
onDescribing((schemas: Schemas) => {
  const types = declaredEvents();
  for (const type of types) schemas[schemaNameOf(type.name)] = schemaOf(type);
  schemas['Event']!.discriminator = {
    propertyName: 'type',
    mapping: Object.fromEntries(
      types.map(({ name }) => [name, `#/components/schemas/${schemaNameOf(name)}`]),
    ),
  };
});
