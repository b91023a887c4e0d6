import { DefaultNamingStrategy } from 'typeorm';

/** `createdAt` is `created_at`: the one place where names of the code become names of the database. */
export class SnakeNaming extends DefaultNamingStrategy {
  override columnName(property: string, given: string | undefined): string {
    return given ?? property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  }
}
