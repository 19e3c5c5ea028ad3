/** A stretch of text that stands in both texts, only in the older, or only in the newer one. */
export type TextPart = { readonly kind: 'same' | 'removed' | 'added'; readonly text: string };

/** Word by word; `same` and `removed` together give the older text, `same` and `added` the newer. Pure. */
export type TextDifference = (before: string, after: string) => readonly TextPart[];
