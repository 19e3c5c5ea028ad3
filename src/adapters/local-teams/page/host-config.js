/** How Teams sets a card, in this page's colours: the renderer writes them into the elements, so it is told both sets. */
const light = {
  text: '#201f2b',
  subtle: '#5d5c6b',
  accent: '#4046ad',
  good: '#1b6b3a',
  warning: '#8a5300',
  attention: '#b3261e',
  emphasis: '#f1f1f6',
  goodBack: '#e6f4ea',
  warningBack: '#fdf1dd',
  attentionBack: '#fdeceb',
  accentBack: '#ecedfb',
  line: '#d9d9e3',
};

const dark = {
  text: '#f1f0f6',
  subtle: '#b3b1c2',
  accent: '#aeb2ff',
  good: '#7fd69a',
  warning: '#f2b95f',
  attention: '#ff9d95',
  emphasis: '#2c2b38',
  goodBack: '#17331f',
  warningBack: '#3a2b10',
  attentionBack: '#431c1a',
  accentBack: '#2a2c52',
  line: '#444254',
};

const scheme = matchMedia('(prefers-color-scheme: dark)');

/** @param {() => void} listener */
export function onScheme(listener) {
  scheme.addEventListener('change', listener);
}

export function hostConfig() {
  const colours = scheme.matches ? dark : light;
  return {
    fontFamily: 'inherit',
    supportsInteractivity: true,
    spacing: { small: 6, default: 10, medium: 16, large: 24, extraLarge: 32, padding: 16 },
    separator: { lineThickness: 1, lineColor: colours.line },
    fontSizes: { small: 14, default: 16, medium: 17, large: 20, extraLarge: 25 },
    fontWeights: { lighter: 400, default: 400, bolder: 600 },
    lineHeights: { small: 19, default: 22, medium: 24, large: 26, extraLarge: 31 },
    imageSizes: { small: 32, medium: 52, large: 100 },
    containerStyles: {
      default: container(colours, 'transparent'),
      emphasis: container(colours, colours.emphasis),
      good: container(colours, colours.goodBack),
      warning: container(colours, colours.warningBack),
      attention: container(colours, colours.attentionBack),
      accent: container(colours, colours.accentBack),
    },
    textBlock: { headingLevel: 3 },
    textStyles: { heading: { weight: 'bolder', size: 'large', color: 'default', isSubtle: false } },
    actions: {
      maxActions: 6,
      spacing: 'default',
      buttonSpacing: 8,
      showCard: { actionMode: 'inline', inlineTopMargin: 12, style: 'emphasis' },
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
      iconPlacement: 'leftOfTitle',
      iconSize: 18,
    },
    inputs: {
      label: {
        inputSpacing: 'small',
        requiredInputs: { weight: 'bolder', color: 'default', suffix: ' *', suffixColor: 'attention' },
        optionalInputs: { weight: 'bolder', color: 'default' },
      },
      errorMessage: { weight: 'default', color: 'attention', spacing: 'small' },
    },
    factSet: {
      title: { color: 'default', size: 'default', weight: 'bolder', wrap: true, maxWidth: 160 },
      value: { color: 'default', size: 'default', weight: 'default', wrap: true },
      spacing: 12,
    },
    adaptiveCard: { allowCustomStyle: false },
    media: { allowInlinePlayback: false },
  };
}

/** @param {typeof light} colours @param {string} backgroundColor */
function container(colours, backgroundColor) {
  const both = (/** @type {string} */ colour, subtle = colour) => ({ default: colour, subtle });
  return {
    backgroundColor,
    foregroundColors: {
      default: both(colours.text, colours.subtle),
      dark: both(colours.text, colours.subtle),
      light: both(colours.subtle),
      accent: both(colours.accent),
      good: both(colours.good),
      warning: both(colours.warning),
      attention: both(colours.attention),
    },
  };
}
