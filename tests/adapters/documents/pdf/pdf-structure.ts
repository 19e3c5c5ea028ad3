import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFRawStream, PDFString } from 'pdf-lib';

/** What a screen reader finds in a PDF: the tags in order, with a heading's words and a header's scope. */
export type Tag = {
  readonly type: string;
  readonly title?: string;
  readonly scope?: string;
  readonly children: readonly Tag[];
};

const key = (text: string): PDFName => PDFName.of(text);

const words = (value: unknown): string | undefined =>
  value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined;

const scopeOf = (document: PDFDocument, element: PDFDict): string | undefined => {
  const attributes = document.context.lookup(element.get(key('A')));
  const list = attributes instanceof PDFArray ? attributes.asArray() : [attributes];
  const scopes = list.map((entry) => {
    const dictionary = document.context.lookup(entry);
    return dictionary instanceof PDFDict ? dictionary.get(key('Scope')) : undefined;
  });
  const scope = scopes.find((entry) => entry instanceof PDFName);
  return scope instanceof PDFName ? scope.decodeText() : undefined;
};

const kids = (document: PDFDocument, element: PDFDict): readonly Tag[] => {
  const value = document.context.lookup(element.get(key('K')));
  const list = value instanceof PDFArray ? value.asArray() : [value];
  return list
    .map((kid) => document.context.lookup(kid))
    .filter((kid) => kid instanceof PDFDict)
    .flatMap((kid) => (kid.has(key('S')) ? [tag(document, kid)] : []));
};

const tag = (document: PDFDocument, element: PDFDict): Tag => {
  const type = element.get(key('S'));
  const title = words(element.get(key('T')));
  const scope = scopeOf(document, element);
  return {
    type: type instanceof PDFName ? type.decodeText() : '',
    ...(title === undefined ? {} : { title }),
    ...(scope === undefined ? {} : { scope }),
    children: kids(document, element),
  };
};

export type PdfFacts = {
  readonly tags: readonly Tag[];
  readonly marked: boolean;
  readonly language: string | undefined;
  readonly displaysTitle: boolean;
  readonly metadata: string;
  readonly title: string | undefined;
  readonly subject: string | undefined;
  readonly created: string | undefined;
  readonly pages: readonly { readonly width: number; readonly height: number }[];
  readonly links: readonly string[];
};

const linkTargets = (document: PDFDocument): readonly string[] =>
  document.context.enumerateIndirectObjects().flatMap(([, object]) => {
    if (!(object instanceof PDFDict) || object.get(key('Subtype')) !== key('Link')) return [];
    const action = object.lookupMaybe(key('A'), PDFDict);
    return [words(action?.get(key('URI'))) ?? ''];
  });

export const pdfFacts = async (bytes: Uint8Array): Promise<PdfFacts> => {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const root = document.catalog.lookup(key('StructTreeRoot'), PDFDict);
  const metadata = document.catalog.lookup(key('Metadata'));
  const preferences = document.catalog.lookup(key('ViewerPreferences'), PDFDict);
  return {
    tags: kids(document, root),
    marked: document.catalog.lookup(key('MarkInfo'), PDFDict).get(key('Marked'))?.toString() === 'true',
    language: words(document.catalog.get(key('Lang'))),
    displaysTitle: preferences.get(key('DisplayDocTitle'))?.toString() === 'true',
    metadata: metadata instanceof PDFRawStream ? new TextDecoder().decode(metadata.contents) : '',
    title: document.getTitle(),
    subject: document.getSubject(),
    created: document.getCreationDate()?.toISOString(),
    pages: document.getPages().map((page) => page.getSize()),
    links: linkTargets(document),
  };
};

export const flatTags = (tags: readonly Tag[]): readonly Tag[] =>
  tags.flatMap((each) => [each, ...flatTags(each.children)]);

/** "L(LI(Lbl LBody))": the nesting in one line. */
export const outline = ({ type, children }: Tag): string =>
  children.length === 0 ? type : `${type}(${children.map(outline).join(' ')})`;
