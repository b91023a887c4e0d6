import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { Flag, FlagFromQuery, FromQuery, Language, Text, WebAddress, Whole } from '../../base/http/fields.js';
import { ClaimDto } from '../../facts/claims/claim.dto.js';
import { RULE } from '../../facts/similar/similar.rules.js';
import type { Candidate } from '../../facts/similar/similar.service.js';

export class SimilarQuery {
  @Text({
    optional: true,
    max: 10_000,
    description:
      'What is looked for: a claim, or a post that may make one. This, `url`, or both; without either nothing is found.',
  })
  text?: string;

  @WebAddress({
    optional: true,
    example: undefined,
    description:
      'Where it appeared: finds claims that appeared there, or on which a statement was made there.',
  })
  url?: string;

  @Language({
    optional: true,
    example: undefined,
    description:
      'The language of the text: it is compared with claims whose language is stemmed alike. Left out, with all.',
  })
  language?: string;

  @FromQuery()
  @Whole({ optional: true, min: 1, max: 50, default: 10, description: 'As many candidates at most.' })
  limit: number = 10;
}

export class SubmitQuery {
  @FlagFromQuery()
  @Flag({
    optional: true,
    default: false,
    description: 'Whether the answer names claims that may say the same.',
  })
  similar?: boolean;
}

const KINDS = ['same_url', 'same_text', 'words', 'spelling'] as const;

export class SimilarWordDto {
  @ApiProperty({ example: 'soldier', description: 'As the language of the claim stems it.' })
  word: string;

  @ApiProperty({
    type: String,
    nullable: true,
    example: null,
    description: 'The word that was read as this one, as no claim has it; null when it is the same.',
  })
  typed: string | null;

  @ApiProperty({ type: 'integer', example: 12, description: 'In how many claims it stands.' })
  claims: number;

  @ApiProperty({ example: 4.31, description: 'What it adds before the sum is made a part of the whole.' })
  adds: number;
}

export class SimilarReasonDto {
  @ApiProperty({
    enum: KINDS,
    example: 'words',
    description:
      'The same address or the same text after normalisation, words in common, or words in common once typing errors are read as words that look alike.',
  })
  kind: (typeof KINDS)[number];

  @ApiProperty({ type: [SimilarWordDto], description: 'The words, those that add most first.' })
  words: SimilarWordDto[];
}

export class SimilarClaimDto {
  @ApiProperty({ example: 0.64, description: 'From 0 to 1; 1 is the same address or text.' })
  score: number;

  @ApiProperty({ type: [SimilarReasonDto] })
  reasons: SimilarReasonDto[];

  @ApiProperty({ type: ClaimDto })
  claim: ClaimDto;
}

export class SimilarClaimsDto {
  @ApiProperty({ example: RULE, description: 'The rule by which they were found and ordered.' })
  rule: string;

  @ApiProperty({ type: [SimilarClaimDto], description: 'The most similar first.' })
  items: SimilarClaimDto[];
}

class SimilarNamed {
  @ApiProperty({
    type: [SimilarClaimDto],
    required: false,
    description: 'With ?similar=true: claims that may say the same, the most similar first.',
  })
  similar?: SimilarClaimDto[];
}

export class SubmittedClaimDto extends IntersectionType(ClaimDto, SimilarNamed) {}

export function presentSimilar({ score, exact, words }: Candidate, claim: ClaimDto): SimilarClaimDto {
  const reasons: SimilarReasonDto[] = exact.map((kind) => ({ kind, words: [] }));
  if (words.length > 0) {
    const isSpelled = words.some(({ typed }) => typed !== null);
    reasons.push({ kind: isSpelled ? 'spelling' : 'words', words: words.map(rounded) });
  }
  return { score: Number(score.toFixed(4)), reasons, claim };
}

function rounded(word: Candidate['words'][number]): SimilarWordDto {
  return { ...word, adds: Number(word.adds.toFixed(3)) };
}
