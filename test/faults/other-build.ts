import { registerHooks } from 'node:module';

/** Makes of this process one of another version: its scoring code is another, and so are the keys of its stages. */
registerHooks({
  load(url, context, next) {
    const loaded = next(url, context);
    if (!url.endsWith('/src/pipeline/code-versions.ts')) return loaded;
    const source = String(loaded.source).replace('.slice(0, 16)', ".slice(0, 15).concat('x')");
    return { ...loaded, source };
  },
});
