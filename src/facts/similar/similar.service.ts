import { Injectable } from '@nestjs/common';
import { Database } from '../../base/database/database.service.js';
import type { Reader } from '../../base/database/tx.js';
import { type ExactMatch, type ScoredClaim, SimilarRepository } from './similar.repository.js';
import { type AskedWord, lookedUp, POOR, readable, unknownWords } from './similar.rules.js';

export interface SimilarWanted {
  text: string | null;
  urls: string[];
  /** Compares with claims that are stemmed alike; null: with all. */
  language: string | null;
  limit: number;
}

/** A word that a claim has in common with what was asked. */
export interface SharedWord {
  word: string;
  /** What was typed, when that was read as this word. */
  typed: string | null;
  claims: number;
  adds: number;
}

export interface Candidate {
  claimId: string;
  /** From 0 to 1, which is the same text or address. */
  score: number;
  exact: ExactMatch['kind'][];
  words: SharedWord[];
}

/** Finds claims that may say the same. It proposes, and never merges. */
/** Words alone, however many, do not make two texts the same. */
const MOST_BY_WORDS = 0.99;

@Injectable()
export class SimilarClaims {
  constructor(
    private readonly database: Database,
    private readonly repository: SimilarRepository,
  ) {}

  async find(
    workspaceId: string,
    wanted: SimilarWanted,
    reader: Reader = this.database,
  ): Promise<Candidate[]> {
    const exact = await this.repository.exact(reader, workspaceId, wanted.text, wanted.urls);
    const found = new Map<string, Candidate>();
    for (const { claimId, kind } of exact) {
      const candidate = found.get(claimId) ?? { claimId, score: 1, exact: [], words: [] };
      candidate.exact.push(kind);
      found.set(claimId, candidate);
    }
    const first = [...found.values()].sort((a, b) => b.exact.length - a.exact.length);
    const byWords = wanted.text === null ? [] : await this.byWords(reader, workspaceId, wanted, wanted.text);
    for (const candidate of byWords) {
      const known = found.get(candidate.claimId);
      if (known === undefined) first.push(candidate);
      else known.words = candidate.words;
    }
    return first.slice(0, wanted.limit);
  }

  private async byWords(
    reader: Reader,
    workspaceId: string,
    { language, limit }: SimilarWanted,
    text: string,
  ): Promise<Candidate[]> {
    const words = await this.repository.askedWords(reader, workspaceId, readable(text), language);
    const asTyped = await this.score(reader, workspaceId, words, limit);
    const unknown = unknownWords(words);
    if ((asTyped[0]?.score ?? 0) >= POOR || unknown.length === 0) return asTyped;
    const alike = await this.repository.spelledAlike(reader, workspaceId, unknown);
    const read = alike.filter(({ lexeme }) => !words.some((word) => word.lexeme === lexeme));
    if (read.length === 0) return asTyped;
    const typed = new Set(read.map((word) => word.typed));
    return this.score(
      reader,
      workspaceId,
      [...words.filter(({ lexeme }) => !typed.has(lexeme)), ...read],
      limit,
    );
  }

  private async score(
    reader: Reader,
    workspaceId: string,
    words: AskedWord[],
    limit: number,
  ): Promise<Candidate[]> {
    if (words.length === 0) return [];
    const best = await this.repository.best(reader, workspaceId, words, lookedUp(words), limit);
    return best.map((claim) => candidateFrom(claim, words));
  }
}

function candidateFrom({ claimId, configuration, score, words }: ScoredClaim, asked: AskedWord[]): Candidate {
  return {
    claimId,
    score: Math.min(score, MOST_BY_WORDS),
    exact: [],
    words: words.map(({ lexeme, adds }) => {
      const word = asked.find((one) => one.configuration === configuration && one.lexeme === lexeme)!;
      return { word: lexeme, typed: word.typed, claims: word.claims, adds };
    }),
  };
}
