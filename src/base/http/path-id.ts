import { Injectable, type PipeTransform } from '@nestjs/common';
import { invalidField } from '../errors/problem.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** An id in the address; what cannot be one is refused before anything is looked up. */
@Injectable()
export class PathId implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!UUID.test(value)) throw invalidField('id', 'must be an id (a UUID)');
    return value.toLowerCase();
  }
}
