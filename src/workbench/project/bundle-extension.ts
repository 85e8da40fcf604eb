import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';

/** What HubSpot's host has already loaded when an extension starts: the module, and the global it stands in. */
const GLOBALS: Readonly<Record<string, string>> = {
  react: 'React',
  'react-dom': 'ReactDOM',
  '@remote-ui/react': 'RemoteUI',
};

const globals: Plugin = {
  name: 'host-globals',
  setup(extension) {
    extension.onResolve({ filter: /^(react|react-dom|@remote-ui\/react)$/ }, ({ path }) => ({
      path,
      namespace: 'host-global',
    }));
    extension.onLoad({ filter: /.*/, namespace: 'host-global' }, ({ path }) => ({
      contents: `module.exports = ${GLOBALS[path]}`,
    }));
  },
};

const ourModules = join(import.meta.dirname, '..', '..', '..', 'node_modules');

/**
 * A card or page as one classic script, as HubSpot's own build makes it: React and remote-ui are the host's, the SDK is inside.
 *
 * @throws esbuild's BuildFailure when it cannot be built
 */
export async function bundleExtension(entryFile: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entryFile],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    jsx: 'automatic',
    nodePaths: [ourModules],
    define: { 'process.env.NODE_ENV': '"production"' },
    sourcemap: 'inline',
    logLevel: 'silent',
    plugins: [globals],
  });
  return outputFiles[0]?.text ?? '';
}
