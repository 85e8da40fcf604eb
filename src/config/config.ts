import { join } from 'node:path';
import { z } from 'zod';
import { isZone } from '../domain/values/calendar.ts';
import type { Environment } from './env.ts';

/** A setting that cannot be used: which one, and what it should be. Never repeats the value, which may be a secret. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly exitCode = 2;
}

/** Digits only: read as a number, a blank would be port 0 and `1e3` a port. */
const port = z
  .string()
  .regex(/^\d{1,5}$/, 'must be a port number')
  .transform(Number)
  .refine((number) => number <= 65_535, 'must be at most 65535');
const webAddress = z.url({ protocol: /^https?$/, error: 'must be an http or https address', abort: true });
const host = z.string().refine(isHost, 'must be the name or the IP address of a network interface');
const token = z.string().regex(/^[!-~]+$/, 'must be one word of plain characters');
const list = z.string().transform((text) =>
  text
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== ''),
);

/** Every setting by its name, with its default. `docs/settings.md` lists the same names (tested). */
export const settingsSchema = z.object({
  HOST: host.default('127.0.0.1'),
  PORT: port.default(8787),
  PUBLIC_URL: webAddress.refine(hasNoQuery, 'must be an address without ? and #').optional(),
  DATABASE_URL: z.string().min(1).optional(),
  DATABASE_SCHEMA: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,40}$/, 'must be a lower-case identifier')
    .default('l2r'),
  L2R_DATA: z.string().min(1).default('.data/portal'),
  HUBSPOT_BASE_URL: webAddress.refine(hasNoPath, 'must be an address without a path').default('https://api.hubapi.com'),
  HUBSPOT_ACCESS_TOKEN: token.optional(),
  /** Several, separated by commas, while a secret is being changed. */
  HUBSPOT_CLIENT_SECRET: list.default([]),
  HUBSPOT_APP_ID: z.string().regex(/^\d+$/, 'must be a number').optional(),
  /** Contact properties the funnel is broken down by, separated by commas. */
  L2R_BREAKDOWNS: list.default([]),
  L2R_ZONE: z.string().refine(isZone, 'must be an IANA time zone such as Europe/Berlin').optional(),
  L2R_DEFINITIONS: z.string().min(1).optional(),
  /** Whether the whole portal is read by itself once a day (and once at the start), or only by the command `backfill`. */
  L2R_SWEEP: z.enum(['daily', 'off']).default('daily'),
  /** `observe`: nothing but our own properties is written; `live`: leads are offered, owners, tasks and stages are set (design D19). */
  L2R_MODE: z.enum(['observe', 'live']).default('observe'),
  /** Owner ids of the pools that work is dealt out to; an empty pool is every active owner. */
  L2R_POOL_SDR: list.default([]),
  L2R_POOL_AE: list.default([]),
  /** Who takes accounts without a person; an empty pool is that of the SDRs. */
  L2R_POOL_OUTBOUND: list.default([]),
  /** User ids of those who may act on everything. */
  L2R_ADMINS: list.default([]),
  /** Whether a second admin or ops user has to agree before a draft of the definitions is published. */
  L2R_SECOND_APPROVER: z.enum(['on', 'off']).default('off'),
  OPERATOR_PORT: port.optional(),
  LOG_LEVEL: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug']).default('info'),
  /** Tests only: the named points at which a process kills itself, one for each of its lives. */
  L2R_CRASH_POINTS: list.default([]),
});

export type Settings = z.output<typeof settingsSchema>;

export interface Config {
  readonly http: { readonly host: string; readonly port: number; readonly publicUrl: string };
  /** Loopback port for operators: counters and the status page. */
  readonly operatorPort: number | undefined;
  readonly database: { readonly url?: string; readonly schema: string; readonly folder: string };
  readonly hubspot: {
    readonly baseUrl: string;
    readonly accessToken: string | undefined;
    readonly clientSecrets: readonly string[];
    readonly appId: string | undefined;
  };
  readonly breakdowns: readonly string[];
  readonly zone: string | undefined;
  readonly definitionsFile: string | undefined;
  readonly sweep: Settings['L2R_SWEEP'];
  readonly work: {
    readonly isLive: boolean;
    readonly pools: Readonly<Record<'sdr' | 'ae' | 'outbound', readonly string[]>>;
    readonly admins: readonly string[];
  };
  readonly needsSecondApprover: boolean;
  readonly logLevel: Settings['LOG_LEVEL'];
  readonly crashPoints: readonly string[];
}

/** @throws ConfigError naming each setting that cannot be used */
export function readConfig(env: Environment): Config {
  const result = settingsSchema.safeParse(withoutEmpty(env));
  if (!result.success) {
    const places = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new ConfigError(`Some settings cannot be used. ${places.join('; ')}.`);
  }
  return configOf(result.data);
}

function configOf(settings: Settings): Config {
  const { HOST: host, PORT } = settings;
  return {
    http: {
      host,
      port: PORT,
      publicUrl: (settings.PUBLIC_URL ?? `http://${inAddress(host)}:${PORT}`).replace(/\/$/, ''),
    },
    operatorPort: settings.OPERATOR_PORT,
    database: {
      ...(settings.DATABASE_URL === undefined ? {} : { url: settings.DATABASE_URL }),
      schema: settings.DATABASE_SCHEMA,
      folder: join(settings.L2R_DATA),
    },
    hubspot: {
      baseUrl: settings.HUBSPOT_BASE_URL.replace(/\/$/, ''),
      accessToken: settings.HUBSPOT_ACCESS_TOKEN,
      clientSecrets: settings.HUBSPOT_CLIENT_SECRET,
      appId: settings.HUBSPOT_APP_ID,
    },
    breakdowns: settings.L2R_BREAKDOWNS,
    zone: settings.L2R_ZONE,
    definitionsFile: settings.L2R_DEFINITIONS,
    sweep: settings.L2R_SWEEP,
    work: {
      isLive: settings.L2R_MODE === 'live',
      pools: { sdr: settings.L2R_POOL_SDR, ae: settings.L2R_POOL_AE, outbound: settings.L2R_POOL_OUTBOUND },
      admins: settings.L2R_ADMINS,
    },
    needsSecondApprover: settings.L2R_SECOND_APPROVER === 'on',
    logLevel: settings.LOG_LEVEL,
    crashPoints: settings.L2R_CRASH_POINTS,
  };
}

/** HubSpot's paths are replaced whole. */
function hasNoPath(address: string): boolean {
  return new URL(address).pathname === '/' && hasNoQuery(address);
}

/** Paths are put behind it, and a signature covers the whole. */
function hasNoQuery(address: string): boolean {
  return !/[?#]/.test(address);
}

/** IPv6 addresses stand in brackets there. */
function inAddress(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}

function isHost(text: string): boolean {
  return /^[\w.:-]+$/.test(text) && URL.canParse(`http://${inAddress(text)}:1/`);
}

/** An empty setting is one that is not set. */
const withoutEmpty = (env: Environment): Environment =>
  Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
