/**
 * Fact that gives each person a place from 1 to 100, the same for ever: two gates can be given to two halves of the people. It is worked
 * out from the contact id alone, so it has nothing to do with what a person is or does.
 */
export const SAMPLE_PERCENTILE = 'sample.percentile';

/**
 * 1–100: FNV-1a of the id's characters in 32 bits, mixed by the finalizer of MurmurHash3, as a share of 2^32.
 *
 * @source draft-eastlake-fnv, 32-bit FNV-1a; MurmurHash3, `fmix32`
 */
export const samplePercentile = (contactId: string): number =>
  Math.floor((mixed(fnv1a(contactId)) / 2 ** 32) * 100) + 1;

/** @param text  of characters below U+0100, as ids are */
export function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return hash;
}

/** FNV alone gives ids that follow one another places close together. */
export function mixed(hash: number): number {
  let bits = hash;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
