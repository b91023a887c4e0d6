import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Member } from '../../access/members/member.entity.js';
import { Claim } from '../../facts/claims/claim.entity.js';
import { Workspace } from '../../record/workspaces/workspace.entity.js';

/** What another publisher has found about a claim, in its own words. */
export interface ExternalContent {
  url: string | null;
  title: string | null;
  summary: string | null;
  /** `site` is the host of the review's address without www. */
  publisher: { name: string | null; site: string | null };
  authors: string[];
  publishedAt: string | null;
  modifiedAt: string | null;
  language: string | null;
  /** `word` is the publisher's own; which of our ratings it comes near to, if any, is for people to say. */
  rating: {
    word: string | null;
    value: number | null;
    best: number | null;
    worst: number | null;
    explanation: string | null;
  };
}

/** A word by which a publisher rates, and which of our ratings it comes near to once a person has said so. */
@Entity('rating_words')
@Unique('uq_rating_words_workspace_id', ['workspaceId', 'id'])
@Unique('uq_rating_words', ['workspaceId', 'publisher', 'wordKey'])
@ForeignKey(() => Workspace, ['workspaceId'], ['id'], { name: 'fk_rating_words_workspace' })
export class RatingWord {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_rating_words' })
  id: string;

  @Column('uuid')
  workspaceId: string;

  /** The site of the publisher, or else its name. */
  @Column('text')
  publisher: string;

  @Column('text')
  word: string;

  @Column('text')
  wordKey: string;

  @Column('text', { nullable: true })
  rating: string | null;

  @Column({ type: 'timestamptz', precision: 3 })
  firstSeenAt: Date;
}

/** Another publisher's review of a claim. It never is a verdict of ours. */
@Entity('external_reviews')
@Unique('uq_external_reviews_origin', ['workspaceId', 'originKey'])
@ForeignKey(() => Claim, ['workspaceId', 'claimId'], ['workspaceId', 'id'], {
  name: 'fk_external_reviews_claim',
})
@ForeignKey(() => RatingWord, ['workspaceId', 'wordId'], ['workspaceId', 'id'], {
  name: 'fk_external_reviews_word',
})
@ForeignKey(() => Member, ['workspaceId', 'addedBy'], ['workspaceId', 'id'], {
  name: 'fk_external_reviews_added_by',
})
@Index('ix_external_reviews_claim', ['workspaceId', 'claimId', 'addedAt', 'id'])
@Index('ix_external_reviews_word', ['workspaceId', 'wordId'], { where: 'word_id is not null' })
export class ExternalReview {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_external_reviews' })
  id: string;

  @Column('uuid')
  workspaceId: string;

  @Column('uuid')
  claimId: string;

  /** SHA-256 of its address, or else its publisher, and of what it reviews: the same review again is found by it. */
  @Column('bytea')
  originKey: Buffer;

  @Column('jsonb')
  content: ExternalContent;

  @Column('uuid', { nullable: true })
  wordId: string | null;

  @Column('uuid')
  addedBy: string;

  @Column({ type: 'timestamptz', precision: 3 })
  addedAt: Date;

  @Column({ type: 'timestamptz', precision: 3 })
  updatedAt: Date;
}
