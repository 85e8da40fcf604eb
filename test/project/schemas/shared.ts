/** A JSON schema of an object that has exactly these keys. */
export const exactly = (properties: Readonly<Record<string, object>>, optional: readonly string[] = []) => ({
  type: 'object',
  additionalProperties: false,
  required: Object.keys(properties).filter((key) => !optional.includes(key)),
  properties,
});

export const listOf = (items: object, atLeast = 0) => ({
  type: 'array',
  minItems: atLeast,
  uniqueItems: true,
  items,
});

export const text = (most = 8_192) => ({ type: 'string', minLength: 1, maxLength: most, pattern: '^\\S(.*\\S)?$' });
export const oneOf = (...values: readonly string[]) => ({ enum: values });
/** HubSpot calls only public https addresses. */
export const httpsAddress = {
  type: 'string',
  format: 'uri',
  pattern: '^https://(?!localhost|127\\.)[^/?#@]+(/[^?#]*)?$',
};
export const httpsOrigin = { type: 'string', pattern: '^https://(?!localhost|127\\.)[^/?#@]+$' };
/** A component's code lies beside its description. */
export const bundleIn = (folder: string) => ({ type: 'string', pattern: `^/app/${folder}/[^/]+\\.(js|jsx|ts|tsx)$` });
