import type { Schemas } from './openapi.schemas.js';

const additions = new Set<(schemas: Schemas) => void>();

/** Has schemas completed that no class describes; called with all others whenever the API is described. */
export function onDescribing(addition: (schemas: Schemas) => void): void {
  additions.add(addition);
}

export function addSchemas(schemas: Schemas): void {
  additions.forEach((addition) => addition(schemas));
}
