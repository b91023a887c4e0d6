import { Id, Text } from '../../base/http/fields.js';

export class NamedDto {
  @Id()
  id: string;

  @Text({ example: 'Front desk', description: 'What it is called now.' })
  name: string;
}
