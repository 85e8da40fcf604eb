import type { Portal } from '../../src/sandbox/portal.ts';

/** Everything that can be seen of a portal, as plain data in a fixed order, to compare two portals. */
export function portalPicture(portal: Portal) {
  const types = [...portal.tables().keys()].sort();
  return types.map((typeId) => {
    const records = portal.table(typeId).page({ limit: Number.MAX_SAFE_INTEGER, archived: false }).records;
    return {
      typeId,
      properties: portal.properties.list(typeId),
      pipelines: portal.pipelines.list(typeId),
      records: records.map(({ id, createdAt, updatedAt, values, versions }) => ({
        id,
        createdAt,
        updatedAt,
        values: sorted(values),
        versions: sorted(versions),
        links: types.map((to) =>
          portal.linked({ typeId, id }, to).map((other) => {
            const kinds = portal.associations.kinds({ typeId, id }, { typeId: to, id: other });
            return [other, [...kinds].sort((left, right) => left - right)];
          }),
        ),
      })),
    };
  });
}

const sorted = <T>(map: ReadonlyMap<string, T>): Record<string, T> =>
  Object.fromEntries([...map].sort(([left], [right]) => (left < right ? -1 : 1)));
