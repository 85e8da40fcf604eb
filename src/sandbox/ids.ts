const digits = /^\d+$/;

/** Orders record ids as HubSpot lists them: numbers by size, whatever their length; ids that are no numbers come after. */
export function compareIds(left: string, right: string): number {
  const leftNumber = digits.test(left);
  if (leftNumber !== digits.test(right)) return leftNumber ? -1 : 1;
  if (leftNumber && left.length !== right.length) return left.length - right.length;
  return left < right ? -1 : left > right ? 1 : 0;
}

const exactJson = JSON as typeof JSON & { rawJSON(text: string): unknown };

/** An id as a JSON integer with all its digits, for the places where HubSpot sends numbers; other text stays text. */
export function integerId(id: string): unknown {
  return digits.test(id) ? exactJson.rawJSON(id.replace(/^0+(?=\d)/, '')) : id;
}
