/** Raised whenever the same history and definitions would give another answer; stored beside what the engine decided. */
export const ENGINE_VERSION = 1;
