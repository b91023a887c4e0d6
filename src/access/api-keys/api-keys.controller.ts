import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import type { Actor } from '../../base/actor/actor.js';
import { Caller } from '../../base/http/caller.js';
import { May } from '../../base/http/may.js';
import { Operation } from '../../base/http/operation.js';
import type { Page } from '../../base/http/pages.js';
import { PathId } from '../../base/http/path-id.js';
import {
  ApiKeyDto,
  ApiKeyPage,
  ApiKeysQuery,
  ApiKeyWithSecretDto,
  NewApiKey,
  presentApiKey,
} from './api-key.dto.js';
import { ApiKeys } from './api-keys.service.js';

@Controller('api-keys')
export class ApiKeysController {
  constructor(private readonly keys: ApiKeys) {}

  @Post()
  @May('api-key.manage')
  @Operation({
    summary: 'Create a key for a member',
    description: 'The answer shows the key, this once.',
    answer: ApiKeyWithSecretDto,
    status: 201,
    showsSecret: true,
  })
  async create(@Caller() actor: Actor, @Body() given: NewApiKey): Promise<ApiKeyWithSecretDto> {
    const { row, key } = await this.keys.create(actor, given);
    return { ...presentApiKey(row), key };
  }

  @Get()
  @May('api-key.manage')
  @Operation({ summary: 'List the keys that work', answer: ApiKeyPage, query: ApiKeysQuery, polling: true })
  async list(@Caller() actor: Actor, @Query() query: ApiKeysQuery): Promise<Page<ApiKeyDto>> {
    const page = await this.keys.list(actor, query);
    return { ...page, items: page.items.map(presentApiKey) };
  }

  @Delete(':id')
  @May('api-key.manage')
  @Operation({ summary: 'Revoke a key', description: 'It stops working at once.', status: 204, finds: true })
  async revoke(@Caller() actor: Actor, @Param('id', PathId) id: string): Promise<void> {
    await this.keys.revoke(actor, id);
  }
}
