import { Injectable } from '@nestjs/common';
import { Database } from '../../base/database/database.service.js';
import type { Reader, Tx } from '../../base/database/tx.js';
import { defaultScale } from './default-scale.js';
import { Rating } from './rating.entity.js';

@Injectable()
export class Ratings {
  constructor(private readonly database: Database) {}

  async openScale(tx: Tx, workspaceId: string): Promise<void> {
    await tx.repository(Rating).insert(defaultScale(workspaceId));
  }

  scale(workspaceId: string, reader: Reader = this.database): Promise<Rating[]> {
    return reader.repository(Rating).find({ where: { workspaceId }, order: { place: 'ASC' } });
  }
}
