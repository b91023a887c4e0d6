import { plainToInstance, Transform } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  Min,
  ValidateBy,
  Validate,
  ValidateIf,
  validateSync,
  ValidatorConstraint,
} from 'class-validator';
import { createPrivateKey } from 'node:crypto';
import ipaddr from 'ipaddr.js';
import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { IsAddress } from './is-address.js';
import { Allowed, ALLOWED_RULE } from '../outgoing/allowed.js';
import { readSecretFiles } from './secret-files.js';

// Digits only: Number() would also read 0x10 and 1e3, and what is no number stays one that no rule lets through.
const number = Transform(({ value }: { value: string | number | undefined }) =>
  value === undefined || value === '' ? undefined : /^\d+$/.test(String(value)) ? Number(value) : NaN,
);
const text = Transform(({ value }: { value: unknown }) => (value === '' ? undefined : value));

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;

const METRICS_PORT_RULE =
  'METRICS_PORT must be a whole number from 0 to 65535, for example METRICS_PORT=9464';

const FILES_MAX_RULE =
  'FILES_MAX_MB must be a whole number of megabytes from 1 to 1000000, for example FILES_MAX_MB=200';

@ValidatorConstraint()
class IsSigningKey {
  validate(value: unknown): boolean {
    try {
      return createPrivateKey(String(value)).asymmetricKeyType === 'ed25519';
    } catch {
      return false;
    }
  }

  defaultMessage(): string {
    return 'SIGNING_KEY must be a private key of Ed25519 in PEM, as second-source signing-key create makes one';
  }
}

/**
 * Every setting there is. Read once at the start, from the environment and from `.env`; secrets also from files, which
 * is told in secret-files.ts.
 */
export class Settings {
  /** TCP port of the API; left out: 3000, or the next free one after it. 0: any free one. */
  @number
  @IsOptional()
  @IsInt({ message: 'PORT must be a whole number from 0 to 65535, for example PORT=3000' })
  @Min(0, { message: 'PORT must be a whole number from 0 to 65535, for example PORT=3000' })
  @Max(65535, { message: 'PORT must be a whole number from 0 to 65535, for example PORT=3000' })
  PORT?: number;

  /** Address to listen on; 127.0.0.1 keeps the desk on this machine. */
  @text
  @IsOptional()
  @Matches(/^[\w.:-]+$/, { message: 'HOST must be an address to listen on, for example HOST=127.0.0.1' })
  HOST: string = '127.0.0.1';

  /** Folder of the embedded database; not used when DATABASE_URL is set. */
  @text
  @IsOptional()
  @IsString()
  DATA_DIR: string = './data';

  /** PostgreSQL 15 or later; left out: the embedded one in DATA_DIR. */
  @text
  @IsOptional()
  @IsAddress(['postgres', 'postgresql'], {
    message:
      'DATABASE_URL must look like postgres://user:password@host:5432/database; in a user name or password write / ? # @ : % as %2F %3F %23 %40 %3A %25',
  })
  DATABASE_URL?: string;

  /** Redis or Valkey for the machine's jobs; left out: they are kept in PostgreSQL. */
  @text
  @IsOptional()
  @IsAddress(['redis', 'rediss'], { message: 'REDIS_URL must look like redis://:password@host:6379/0' })
  REDIS_URL?: string;

  /** How to reach it: `single` server, through `sentinel`s, or a `cluster`. */
  @text
  @IsOptional()
  @IsIn(['single', 'sentinel', 'cluster'], { message: 'REDIS_MODE must be single, sentinel or cluster' })
  REDIS_MODE: 'single' | 'sentinel' | 'cluster' = 'single';

  /** More sentinels, or more nodes of the cluster, beside the one in REDIS_URL. */
  @text
  @IsOptional()
  @Matches(/^[^\s,]+:\d+(,[^\s,]+:\d+)*$/, {
    message: 'REDIS_NODES must look like host:port,host:port',
  })
  REDIS_NODES?: string;

  /** Name under which the sentinels know the server; needed with REDIS_MODE=sentinel. */
  @text
  @ValidateIf(({ REDIS_MODE, REDIS_SENTINEL_NAME }: Settings) =>
    Boolean(REDIS_SENTINEL_NAME ?? REDIS_MODE === 'sentinel'),
  )
  @Matches(/^\S+$/, {
    message:
      'REDIS_SENTINEL_NAME must be set with REDIS_MODE=sentinel, for example REDIS_SENTINEL_NAME=mymaster',
  })
  REDIS_SENTINEL_NAME?: string;

  /** Password of the sentinels, where they ask for one. */
  @text
  @IsOptional()
  @IsString()
  REDIS_SENTINEL_PASSWORD?: string;

  /** Stands before every key in Redis; installations that share a Redis need one each. */
  @text
  @IsOptional()
  @Matches(/^[\w:.-]+$/, {
    message: 'REDIS_PREFIX must be letters, digits and : . - _, for example REDIS_PREFIX=second-source',
  })
  REDIS_PREFIX: string = 'second-source';

  /** What this process does: `api` answers requests, `worker` runs the machine's jobs, `all` both. */
  @text
  @IsOptional()
  @IsIn(['api', 'worker', 'all'], { message: 'ROLE must be api, worker or all' })
  ROLE: 'api' | 'worker' | 'all' = 'all';

  /** The address people reach this server at, when it is not the one it listens on. */
  @text
  @IsOptional()
  @Matches(/^https?:\/\/[^\s/]+\/?$/, {
    message:
      'PUBLIC_URL must be an http or https address without a path, for example https://desk.example.org',
  })
  PUBLIC_URL?: string;

  /** Seconds for which SIGTERM lets the server go on answering, while /health/ready says 503 and traffic is led away. */
  @number
  @IsOptional()
  @IsInt({ message: 'DRAIN_SECONDS must be a whole number from 0 to 300' })
  @Min(0, { message: 'DRAIN_SECONDS must be a whole number from 0 to 300' })
  @Max(300, { message: 'DRAIN_SECONDS must be a whole number from 0 to 300' })
  DRAIN_SECONDS: number = 5;

  /** Port of its own for metrics and health, in every role; left out: none. 0: any free one. */
  @number
  @IsOptional()
  @IsInt({ message: METRICS_PORT_RULE })
  @Min(0, { message: METRICS_PORT_RULE })
  @Max(65535, { message: METRICS_PORT_RULE })
  METRICS_PORT?: number;

  /** What a scraper sends as a bearer token to read /metrics at the API's port; left out: nothing is there. */
  @text
  @IsOptional()
  @Matches(/^[\w.~-]{16,}$/, {
    message:
      'METRICS_TOKEN must be 16 or more of A-Z a-z 0-9 - . _ ~ only, for example what openssl rand -hex 32 prints',
  })
  METRICS_TOKEN?: string;

  /** Seals secrets that have to be read again, such as those of webhooks: 32 bytes. Left out on the embedded database: a random one in DATA_DIR. */
  @text
  @IsOptional()
  @Matches(/^([\da-f]{64}|[A-Za-z\d+/]{43}=)$/i, {
    message:
      'SECRETS_KEY must be 32 bytes as 64 hexadecimal digits or as base64, for example what openssl rand -hex 32 prints',
  })
  SECRETS_KEY?: string;

  /** Reverse proxies in front of this server, by address or network: what they say in X-Forwarded-For is believed. */
  @text
  @IsOptional()
  @ValidateBy({
    name: 'proxies',
    validator: { validate: areNetworks, defaultMessage: () => PROXIES_RULE },
  })
  TRUSTED_PROXIES?: string;

  /** Hosts, addresses and networks that webhooks may be sent to although they are not public. */
  @text
  @IsOptional()
  @ValidateBy({
    name: 'allowed',
    validator: { validate: isReadable, defaultMessage: () => ALLOWED_RULE },
  })
  ALLOW_PRIVATE_ADDRESSES?: string;

  /**
   * Private key of Ed25519 in PEM that signs the daily heads of the record; best as SIGNING_KEY_FILE, outside of the
   * database and of DATA_DIR. Left out: heads are made unsigned.
   */
  @text
  @IsOptional()
  @Validate(IsSigningKey)
  SIGNING_KEY?: string;

  /** Folder of uploaded and captured evidence; left out: `files` in DATA_DIR. All processes must see the same one. */
  @text
  @IsOptional()
  @IsString()
  FILES_DIR?: string;

  /**
   * Bucket for evidence in place of a folder: of Amazon S3, or of what speaks its protocol. Region and credentials are
   * found as the AWS SDK finds them, for example in AWS_REGION, AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.
   */
  @text
  @IsOptional()
  @Matches(/^s3:\/\/[a-z\d][a-z\d.-]{1,61}[a-z\d](\/[\w./-]*)?$/, {
    message: 'FILES_S3 must look like s3://bucket or s3://bucket/prefix',
  })
  FILES_S3?: string;

  /** Where the bucket is, when that is not Amazon. */
  @text
  @IsOptional()
  @Matches(/^https?:\/\/[^\s/]+\/?$/, {
    message:
      'FILES_S3_ENDPOINT must be an http or https address without a path, for example https://s3.example.org',
  })
  FILES_S3_ENDPOINT?: string;

  /** What one file of evidence may weigh, in megabytes of 1,000,000 bytes. */
  @number
  @IsOptional()
  @IsInt({ message: FILES_MAX_RULE })
  @Min(1, { message: FILES_MAX_RULE })
  @Max(1_000_000, { message: FILES_MAX_RULE })
  FILES_MAX_MB: number = 200;

  @text
  @IsOptional()
  @IsIn(LOG_LEVELS, { message: `LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}` })
  LOG_LEVEL: (typeof LOG_LEVELS)[number] = 'info';

  get dataDir(): string {
    return resolve(this.DATA_DIR);
  }

  get filesDir(): string {
    return this.FILES_DIR === undefined ? join(this.dataDir, 'files') : resolve(this.FILES_DIR);
  }
}

const PROXIES_RULE =
  'TRUSTED_PROXIES must be addresses and networks with commas between, for example 127.0.0.1,10.1.2.0/24';

function areNetworks(value: unknown): boolean {
  return String(value)
    .split(',')
    .map((one) => one.trim())
    .every((one) => isIP(one) !== 0 || ipaddr.isValidCIDR(one));
}

function isReadable(value: unknown): boolean {
  try {
    Allowed.read(value as string);
    return true;
  } catch {
    return false;
  }
}

export class SettingsRefused extends Error {
  constructor(readonly reasons: string[]) {
    super(
      ['Second Source cannot start with these settings:', ...reasons.map((line) => `  - ${line}`)].join('\n'),
    );
  }
}

/** Reads the settings; throws SettingsRefused with one line per setting that is wrong. */
export function readSettings(given: NodeJS.ProcessEnv): Settings {
  const { environment, faults } = readSecretFiles(given);
  const settings = plainToInstance(Settings, pickSettings(environment), { exposeDefaultValues: true });
  const messages = validateSync(settings)
    .flatMap((error) => Object.values(error.constraints ?? {}).slice(0, 1))
    .concat(faults);
  if (messages.length > 0) throw new SettingsRefused(messages);
  const useless = [...uselessRedis(environment, settings), ...uselessFiles(settings)];
  if (useless.length > 0) throw new SettingsRefused(useless);
  return settings;
}

/** Settings of a Redis that would be passed over: whoever set them believes that the jobs are somewhere else. */
function uselessRedis(environment: NodeJS.ProcessEnv, { REDIS_URL, REDIS_MODE }: Settings): string[] {
  const given = (name: string) => Boolean(environment[name]);
  if (REDIS_URL === undefined) {
    return ['REDIS_MODE', 'REDIS_NODES', 'REDIS_SENTINEL_NAME', 'REDIS_SENTINEL_PASSWORD']
      .filter(given)
      .map((name) => `${name} needs REDIS_URL beside it, or the jobs are kept in PostgreSQL`);
  }
  const wanted: [string, Settings['REDIS_MODE'][]][] = [
    ['REDIS_NODES', ['sentinel', 'cluster']],
    ['REDIS_SENTINEL_NAME', ['sentinel']],
    ['REDIS_SENTINEL_PASSWORD', ['sentinel']],
  ];
  return wanted
    .filter(([name, modes]) => given(name) && !modes.includes(REDIS_MODE))
    .map(([name, modes]) => `${name} needs REDIS_MODE=${modes.join(' or REDIS_MODE=')}`);
}

/** A place that would be passed over, for the same reason. */
function uselessFiles({ FILES_S3, FILES_S3_ENDPOINT, FILES_DIR }: Settings): string[] {
  if (FILES_S3 !== undefined)
    return FILES_DIR === undefined ? [] : ['FILES_S3 and FILES_DIR are both set; leave one of them out'];
  return FILES_S3_ENDPOINT === undefined ? [] : ['FILES_S3_ENDPOINT needs FILES_S3 beside it'];
}

export const NAMES = [
  'PORT',
  'HOST',
  'DATA_DIR',
  'DATABASE_URL',
  'REDIS_URL',
  'REDIS_MODE',
  'REDIS_NODES',
  'REDIS_SENTINEL_NAME',
  'REDIS_SENTINEL_PASSWORD',
  'REDIS_PREFIX',
  'ROLE',
  'PUBLIC_URL',
  'DRAIN_SECONDS',
  'METRICS_PORT',
  'METRICS_TOKEN',
  'SECRETS_KEY',
  'TRUSTED_PROXIES',
  'ALLOW_PRIVATE_ADDRESSES',
  'SIGNING_KEY',
  'FILES_DIR',
  'FILES_S3',
  'FILES_S3_ENDPOINT',
  'FILES_MAX_MB',
  'LOG_LEVEL',
];

function pickSettings(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    NAMES.flatMap((name) => (environment[name] === undefined ? [] : [[name, environment[name]]])),
  );
}
