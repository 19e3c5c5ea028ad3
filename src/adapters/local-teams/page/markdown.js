/** What Teams renders in a card's text: emphasis, lists and links. Nothing that could draw or load anything. */
const inCards = safe([
  'heading',
  'lheading',
  'image',
  'table',
  'code',
  'fence',
  'blockquote',
  'hr',
  'html_block',
]);
/** A message of the bot's may be a little richer. */
const inMessages = safe(['image', 'html_block']);

/** @param {string} text */
export const cardMarkdown = (text) => inCards.render(text);
/** @param {string} text */
export const messageMarkdown = (text) => inMessages.render(text);

/** @param {string[]} without */
function safe(without) {
  const markdown = globalThis.markdownit({ html: false, linkify: false, breaks: true });
  markdown.disable(without);
  markdown.validateLink = (address) => /^https?:\/\//i.test(address.trim());
  const open = markdown.renderer.rules.link_open;
  markdown.renderer.rules.link_open = (tokens, index, options, environment, self) => {
    tokens[index].attrSet('target', '_blank');
    tokens[index].attrSet('rel', 'noopener noreferrer');
    return open ? open(tokens, index, options, environment, self) : self.renderToken(tokens, index, options);
  };
  return markdown;
}
