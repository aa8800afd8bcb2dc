/** The formats that annotations can be exported to and imported from, as `core/formats/registry.ts` has them. */
export const formats = [
  { id: 'coco', name: 'COCO 1.0', words: 'JSON: boxes with their attributes', extension: 'json' },
] as const;

/** A format's name by its id; the id itself where it has none. */
export function formatName(id: string): string {
  return formats.find((format) => format.id === id)?.name ?? id;
}
