import { ParseSpeeds, PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream, PDFRef } from 'pdf-lib';

/**
 * What PDF/UA-1 (ISO 14289-1) asks for and the WebAssembly compiler cannot be told: the identifier in the metadata, the
 * title in the window's bar, and row headers in lists of facts. Nothing random and no clock: same bytes in, same out.
 */
const name = (text: string): PDFName => PDFName.of(text);

const identifier =
  '<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">' +
  '<pdfuaid:part>1</pdfuaid:part></rdf:Description></rdf:RDF>';

const identify = (document: PDFDocument): void => {
  const reference = document.catalog.get(name('Metadata'));
  const metadata = reference instanceof PDFRef ? document.context.lookup(reference) : undefined;
  if (!(reference instanceof PDFRef) || !(metadata instanceof PDFRawStream)) throw new Error('no metadata');
  const words = new TextDecoder().decode(metadata.contents);
  if (metadata.dict.has(name('Filter')) || !words.includes('</rdf:RDF>'))
    throw new Error('metadata in another form');
  const bytes = new TextEncoder().encode(words.replace('</rdf:RDF>', identifier));
  document.context.assign(reference, PDFRawStream.of(metadata.dict, bytes));
};

const showTitle = (document: PDFDocument): void => {
  const preferences = document.catalog.lookupMaybe(name('ViewerPreferences'), PDFDict);
  const shown = preferences ?? document.context.obj({});
  shown.set(name('DisplayDocTitle'), document.context.obj(true));
  document.catalog.set(name('ViewerPreferences'), shown);
};

const structureType = (element: PDFDict): string | undefined => {
  const type = element.get(name('S'));
  return type instanceof PDFName ? type.decodeText() : undefined;
};

const children = (document: PDFDocument, element: PDFDict): readonly PDFDict[] => {
  const kids = document.context.lookup(element.get(name('K')));
  const list = kids instanceof PDFArray ? kids.asArray() : [kids];
  return list.map((kid) => document.context.lookup(kid)).filter((kid) => kid instanceof PDFDict);
};

/** In a table without a header row, the first cell of each row is the row's header. */
const headRows = (document: PDFDocument, table: PDFDict): void => {
  const rows = children(document, table).filter((row) => structureType(row) === 'TR');
  const heads = rows.map((row) => children(document, row)[0]).filter((cell) => cell !== undefined);
  if (rows.length !== children(document, table).length || heads.some((cell) => structureType(cell) !== 'TD'))
    return;
  for (const head of heads) {
    head.set(name('S'), name('TH'));
    head.set(name('A'), document.context.obj([{ O: 'Table', Scope: 'Row' }]));
  }
};

export const makeAccessible = async (bytes: Uint8Array): Promise<Uint8Array> => {
  const document = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest });
  identify(document);
  showTitle(document);
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (object instanceof PDFDict && structureType(object) === 'Table') headRows(document, object);
  }
  return document.save({
    useObjectStreams: false,
    addDefaultPage: false,
    updateFieldAppearances: false,
    objectsPerTick: Number.POSITIVE_INFINITY,
  });
};
