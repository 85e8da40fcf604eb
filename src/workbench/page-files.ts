import { basename, join } from 'node:path';
import { build } from 'esbuild';

/** The scripts and styles of the page by file name, built in memory. */
export type PageFiles = ReadonlyMap<string, string>;

const page = join(import.meta.dirname, 'page');

let built: Promise<PageFiles> | undefined;

/** The page and the worker that cards run in; built by the first workbench of a process, in about a second. */
export const pageFiles = (): Promise<PageFiles> => (built ??= buildPageFiles());

async function buildPageFiles(): Promise<PageFiles> {
  const { outputFiles } = await build({
    entryPoints: [
      { in: join(page, 'main.tsx'), out: 'page' },
      { in: join(page, 'page.css'), out: 'page' },
      { in: join(page, 'worker', 'main.ts'), out: 'worker' },
    ],
    outdir: page,
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    jsx: 'automatic',
    minify: true,
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  });
  return new Map(outputFiles.map(({ path, text }) => [basename(path), text]));
}

/** Every address of the workbench shows this page; what it shows depends on the path. */
export const pageHtml = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Workbench</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/assets/page.css" />
  </head>
  <body>
    <div id="page"></div>
    <script src="/assets/page.js"></script>
  </body>
</html>
`;
