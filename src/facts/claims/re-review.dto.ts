import { ApiProperty } from '@nestjs/swagger';

export const CAUSE_KINDS = [
  'statement_recorded',
  'statement_struck',
  'source_re_placed',
  'source_downgraded',
  'evidence_gone',
  'age',
  'editor',
] as const;
export type CauseKind = (typeof CAUSE_KINDS)[number];

const ID = '01936b6e-7b1c-7d6a-8f4e-2d1b3c4a5f60';

/** Why a verdict is in question. */
export class ReReviewCauseDto {
  @ApiProperty({
    enum: CAUSE_KINDS,
    example: 'statement_recorded',
    description:
      'statement_recorded: a new statement denies the claim or takes a position back. statement_struck: a statement that the review cited was struck. source_re_placed, source_downgraded: a source that speaks for or against the claim, or is cited, was given another parent or party, or a lower reliability (further down from A to E, or from A to D to F). evidence_gone: evidence that the review cited, or that supports or refutes the claim, is gone. age: the verdict is older than the policy’s reReviewAfterDays. editor: an editor asked for it.',
  })
  kind: CauseKind;

  @ApiProperty({ format: 'date-time', example: '2024-10-25T09:00:00.000Z' })
  at: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, example: ID })
  statementId: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, example: null })
  evidenceId: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, example: null })
  sourceId: string | null;

  @ApiProperty({ type: String, nullable: true, example: null, description: 'What the editor said.' })
  note: string | null;
}

export class ReReviewDto {
  @ApiProperty({
    type: [ReReviewCauseDto],
    description:
      'What has put the verdict in question since it was given, in order. What comes while the re-review runs is added and opens no second one; each cause counts once.',
  })
  causes: ReReviewCauseDto[];
}
