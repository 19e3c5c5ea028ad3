/** The files of the three layers in which a use case has its root word. */
export type Layers = {
  /** `minutes/object-to-minutes`, without the ending. */
  readonly application: readonly string[];
  readonly domain: readonly string[];
  /** The nouns that have a `texts/<noun>.da.ts`. */
  readonly texts: readonly string[];
};

/** Use cases that decide nothing: they show, read, or carry something between ports, so no rule has their name. */
const withoutRule = /^(show|list|find|read|import|open|write|file|stamp|deliver|drain|sweep|verify|report)-/;

/** "Where is objecting to minutes?" has one answer in every layer: minutes/object-to-minutes. */
export function strayRootWords({ application, domain, texts }: Layers): readonly string[] {
  const nouns = new Set(domain.map((file) => file.split('/')[0]));
  return application.flatMap((file) => {
    const [noun = '', word] = file.split('/');
    if (word === undefined) return [];
    return [
      ...(nouns.has(noun) ? [] : [`${file}: the domain has no folder ${noun}/`]),
      ...(withoutRule.test(word) || domain.includes(file)
        ? []
        : [`${file}: no rule of this name in the domain`]),
      ...(texts.includes(noun) ? [] : [`${file}: no texts/${noun}.da.ts`]),
    ];
  });
}

/** `object-to-minutes` is made by `createObjectToMinutes`. */
export function creatorOf(file: string): string {
  const words = (file.split('/').at(-1) ?? '').split('-');
  return `create${words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join('')}`;
}
