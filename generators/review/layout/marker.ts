/** Stands hidden at the beginning of a comment: by it the comment is found again, and replaced. */
export const marker = "<!-- signalbox diff -->";
