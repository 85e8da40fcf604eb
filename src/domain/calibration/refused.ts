/** Why something is not told, as a sentence. */
export interface Refused {
  readonly refused: string;
}
