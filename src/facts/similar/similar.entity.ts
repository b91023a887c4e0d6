import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Workspace } from '../../record/workspaces/workspace.entity.js';
import { Claim } from '../claims/claim.entity.js';

/** The words of a claim as its language stems them, and its addresses; triggers on claims write them. */
@Entity('claim_terms')
@ForeignKey(() => Claim, ['workspaceId', 'claimId'], ['workspaceId', 'id'], { name: 'fk_claim_terms_claim' })
@Index('ix_claim_terms_text', ['workspaceId', 'textKey'])
@Index('ix_claim_terms_keys', { synchronize: false })
export class ClaimTerms {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_claim_terms' })
  claimId: string;

  @Column('uuid')
  workspaceId: string;

  /** The text search configuration that stemmed them. */
  @Column('text')
  configuration: string;

  @Column('tsvector')
  terms: string;

  @Column('uuid')
  textKey: string;

  @Column('text', { array: true, default: '{}' })
  urls: string[];
}

/** In how many claims of a workspace a word stands. */
@Entity('claim_lexemes')
@ForeignKey(() => Workspace, ['workspaceId'], ['id'], { name: 'fk_claim_lexemes_workspace' })
@Index('ix_claim_lexemes_spelling', { synchronize: false })
export class ClaimLexeme {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_claim_lexemes' })
  workspaceId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_claim_lexemes' })
  configuration: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_claim_lexemes' })
  lexeme: string;

  @Column('bigint')
  claims: string;
}

/** How many claims of a workspace are stemmed alike, and how many words they have together. */
@Entity('claim_lexeme_totals')
@ForeignKey(() => Workspace, ['workspaceId'], ['id'], { name: 'fk_claim_lexeme_totals_workspace' })
export class ClaimLexemeTotal {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_claim_lexeme_totals' })
  workspaceId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_claim_lexeme_totals' })
  configuration: string;

  @Column('bigint')
  claims: string;

  @Column('bigint')
  words: string;
}

/** What was not counted yet of these two. */
@Entity('claim_term_deltas')
export class ClaimTermDelta {
  @PrimaryColumn({
    type: 'bigint',
    generated: 'identity',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'pk_claim_term_deltas',
  })
  id: string;

  @Column('uuid')
  workspaceId: string;

  @Column('text')
  configuration: string;

  @Column('smallint')
  delta: number;

  @Column('tsvector')
  terms: string;
}
