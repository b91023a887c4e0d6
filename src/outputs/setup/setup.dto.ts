import { ApiProperty } from '@nestjs/swagger';
import { IsEmail } from 'class-validator';
import { LONGEST, SHORTEST } from '../../access/accounts/passwords.js';
import { Part, Text, TextLike } from '../../base/http/fields.js';

export class SetupDto {
  @ApiProperty({ example: false, description: 'Whether nobody can sign in yet.' })
  needed: boolean;
}

export class NewWorkspaceDto {
  @Text({ max: 500, example: 'Front desk' })
  name: string;

  @TextLike(/^[a-z0-9][a-z0-9-]{0,62}$/, {
    max: 63,
    message: 'must be 1 to 63 lower-case letters, digits and hyphens',
    example: 'front-desk',
    description: 'How addresses name it.',
  })
  slug: string;
}

export class SetupGiven {
  @Text({ max: 200, example: '0123456789ab…', description: 'What `second-source setup` prints.' })
  code: string;

  @Part(() => NewWorkspaceDto, { description: 'Where there is one of that slug, you become its admin.' })
  workspace: NewWorkspaceDto;

  @Text({ example: 'Chief of the desk' })
  name: string;

  @Text({ max: 320, example: 'chief@newsroom.example' })
  @IsEmail({}, { message: 'must be an e-mail address' })
  email: string;

  @Text({
    max: 4 * LONGEST,
    example: 'correct horse battery staple',
    description: `${SHORTEST} to ${LONGEST} characters of any kind, and not easily guessed.`,
  })
  password: string;
}
