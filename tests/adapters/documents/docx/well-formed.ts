/**
 * A small strict check of XML's well-formedness: allowed characters, entities, quoted attributes, balanced tags.
 * Parsers in use forgive much of what Word does not. Returns the first fault, or nothing.
 */
const token = /<\?[^?]*\?>|<(\/?)([A-Za-z_][\w:.-]*)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|[^<]+/gy;
const entity = /&(?:amp|lt|gt|quot|apos|#\d+|#x[\dA-Fa-f]+);/g;
const character = /^[\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]*$/u;

const tokenFault = (match: RegExpExecArray, open: string[]): string | undefined => {
  const [text, closing, name, , selfClosing] = match;
  if (text.replaceAll(entity, '').includes('&')) return `bare & in ${text}`;
  if (name === undefined || selfClosing === '/') return undefined;
  if (closing !== '/') open.push(name);
  else if (open.pop() !== name) return `</${name}> closes something else`;
  return undefined;
};

export const wellFormedFault = (xml: string): string | undefined => {
  if (!xml.isWellFormed() || !character.test(xml)) return 'a character that XML does not allow';
  const open: string[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < xml.length) {
    const at = token.lastIndex;
    const match = token.exec(xml);
    const fault = match === null ? `no XML at ${at}: ${xml.slice(at, at + 60)}` : tokenFault(match, open);
    if (fault !== undefined) return fault;
    if (match === null) break;
  }
  return open.length === 0 ? undefined : `never closed: ${open.join(' ')}`;
};
