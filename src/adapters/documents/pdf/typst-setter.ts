import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { initSync, TypstCompilerBuilder } from '@myriaddreamin/typst-ts-web-compiler';
import { z } from 'zod';

/**
 * Typst as WebAssembly. It sees two virtual files, the template and the data, and no disk and no network: the dummy
 * access model refuses everything else.
 */
const pdf = 1;
const fullDiagnostics = 3;
const template = '/main.typ';
const data = '/document.json';

const artifact = z.object({
  result: z.instanceof(Uint8Array).optional(),
  diagnostics: z.array(z.object({ message: z.string() })).optional(),
});

export type TypstSetter = (documentData: unknown) => Uint8Array;

export const createTypstSetter = async (fonts: readonly Uint8Array[]): Promise<TypstSetter> => {
  const wasm = fileURLToPath(import.meta.resolve('@myriaddreamin/typst-ts-web-compiler/wasm'));
  initSync({ module: readFileSync(wasm) });
  const builder = new TypstCompilerBuilder();
  builder.set_dummy_access_model();
  for (const font of fonts) await builder.add_raw_font(font);
  const compiler = await builder.build();
  compiler.add_source(template, readFileSync(new URL('./document.typ', import.meta.url), 'utf8'));
  return (documentData) => {
    compiler.map_shadow(data, new TextEncoder().encode(JSON.stringify(documentData)));
    const world = compiler.snapshot(undefined, template, undefined);
    try {
      const { result, diagnostics } = artifact.parse(world.get_artifact(pdf, fullDiagnostics));
      if (result === undefined) throw new Error(diagnostics?.[0]?.message ?? 'no document came out');
      return result;
    } finally {
      world.free();
    }
  };
};
