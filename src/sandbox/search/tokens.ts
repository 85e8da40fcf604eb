/** The words of a text in small letters: as written, and their runs of letters and digits. */
export function tokensOf(text: string): Set<string> {
  const lower = text.toLowerCase();
  return new Set([...lower.split(/\s+/), ...lower.split(/[^\p{L}\p{N}]+/u)].filter((token) => token !== ''));
}

/**
 * Whether a text contains every word of the pattern; `*` at either end of a word stands for anything.
 *
 * @source HubSpot docs: CRM search, CONTAINS_TOKEN
 */
export function containsTokens(text: string, pattern: string): boolean {
  const tokens = [...tokensOf(text)];
  const words = pattern
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return words.length > 0 && words.every((word) => tokens.some((token) => matches(token, word)));
}

function matches(token: string, word: string): boolean {
  const core = word.replace(/^\*|\*$/g, '');
  const [open, ends] = [word.startsWith('*'), word.length > 1 && word.endsWith('*')];
  if (open && ends) return token.includes(core);
  if (open) return token.endsWith(core);
  return ends ? token.startsWith(core) : token === core;
}
