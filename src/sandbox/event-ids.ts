/**
 * Numbers for `eventId`. HubSpot does not promise that they are unique: on request one in twenty repeats an earlier one.
 *
 * @source HubSpot docs: Webhooks API (v3), eventId
 */
export function eventIds(random: () => number, reuse: () => boolean): () => number {
  const recent: number[] = [];
  return () => {
    const earlier = recent[Math.floor(random() * recent.length)];
    if (earlier !== undefined && reuse() && random() < 0.05) return earlier;
    const fresh = 1 + Math.floor(random() * 4_294_967_294);
    recent.push(fresh);
    if (recent.length > 200) recent.shift();
    return fresh;
  };
}
