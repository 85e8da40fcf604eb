import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface Migration {
  number: number;
  name: string;
  sql: string;
  /** Of the text with line feeds only, so that a checkout with other line ends is the same migration. */
  sha256: string;
}

const FILE_NAME = /^(?<number>\d{4})-(?<name>[a-z0-9-]+)\.sql$/;

/**
 * Reads the migrations of a folder in the order of their numbers.
 *
 * @throws Error if an SQL file is not named like `0001-journeys.sql` or two have the same number
 */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort();
  const migrations = await Promise.all(files.map((file) => readMigration(folder, file)));
  const twice = migrations.find(({ number }, index) => migrations[index - 1]?.number === number);
  if (twice) throw new Error(`Two migrations have the number ${twice.number}.`);
  return migrations;
}

async function readMigration(folder: string, file: string): Promise<Migration> {
  const { number, name } = FILE_NAME.exec(file)?.groups ?? {};
  if (!number || !name) throw new Error(`The migration ${file} must be named like 0001-journeys.sql.`);
  const sql = (await readFile(join(folder, file), 'utf8')).replaceAll('\r\n', '\n');
  return { number: Number(number), name, sql, sha256: createHash('sha256').update(sql).digest('hex') };
}
