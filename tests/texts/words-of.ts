type Node = Readonly<Record<string, unknown>>;

const read = ['text', 'title', 'label', 'placeholder', 'errorMessage', 'fallbackText'];
const textOf = (of: unknown): string => (of as { readonly text: string }).text;
const choiceOf = (of: unknown): string => (of as { readonly title: string }).title;
const factOf = (of: unknown): string => {
  const { title, value } = of as { readonly title: string; readonly value: string };
  return `${title}: ${value}`;
};
const listOf = (node: Node, key: string): readonly unknown[] => node[key] as readonly unknown[];

/** What a person reads or hears of a card, from top to bottom; runs of one line belong together, buttons stand in brackets. */
export function wordsOf(card: unknown): readonly string[] {
  if (Array.isArray(card)) return card.flatMap(wordsOf);
  if (typeof card !== 'object' || card === null) return [];
  const node = card as Node;
  if (node['type'] === 'RichTextBlock') return [listOf(node, 'inlines').map(textOf).join('')];
  if (node['type'] === 'FactSet') return listOf(node, 'facts').map(factOf);
  const choices = node['type'] === 'Input.ChoiceSet' ? listOf(node, 'choices').map(choiceOf) : [];
  const rest = Object.entries(node).filter(([key]) => key !== 'data' && key !== 'choices');
  const isButton = String(node['type']).startsWith('Action.');
  const words = rest.flatMap(([key, value]) => {
    if (typeof value !== 'string') return wordsOf(value);
    return read.includes(key) && value.trim() !== '' ? [isButton ? `[${value}]` : value] : [];
  });
  return [...words, ...choices];
}
