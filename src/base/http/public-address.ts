import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Settings } from '../config/settings.js';

/** Where people reach this server: as the operator says, or else where it listens. Without a slash at its end. */
@Injectable()
export class PublicAddress {
  constructor(
    private readonly settings: Settings,
    private readonly host: HttpAdapterHost,
  ) {}

  get url(): string {
    return (
      this.settings.PUBLIC_URL?.replace(/\/$/, '') ??
      listeningAddress(this.host.httpAdapter.getHttpServer() as Server)
    );
  }
}

function listeningAddress(server: Server): string {
  const { address, port, family } = server.address() as AddressInfo;
  const host = address === '0.0.0.0' || address === '::' ? '127.0.0.1' : address;
  return `http://${family === 'IPv6' && host.includes(':') ? `[${host}]` : host}:${port}`;
}
