import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Database } from '../../base/database/database.service.js';
import type { Reader, Tx } from '../../base/database/tx.js';
import { Workspace } from './workspace.entity.js';

@Injectable()
export class Workspaces {
  constructor(private readonly database: Database) {}

  find(slug: string): Promise<Workspace | null> {
    return this.database.repository(Workspace).findOneBy({ slug });
  }

  read(reader: Reader, id: string): Promise<Workspace> {
    return reader.repository(Workspace).findOneByOrFail({ id });
  }

  /** Whoever changes what the whole workspace goes by waits here for one another; rows that refer to it do not wait. */
  lock(tx: Tx, id: string): Promise<Workspace> {
    return tx.repository(Workspace).findOneOrFail({ where: { id }, lock: { mode: 'for_no_key_update' } });
  }

  async rename(tx: Tx, { id, name, version }: Workspace): Promise<void> {
    await tx.repository(Workspace).update({ id }, { name, version });
  }

  /** Makes the workspace's row; what else a workspace has from the start is opened by the rooms that own it. */
  async open(tx: Tx, slug: string, name: string): Promise<Workspace> {
    const id = uuid();
    await tx.repository(Workspace).insert({ id, slug, name });
    return tx.repository(Workspace).findOneByOrFail({ id });
  }
}
