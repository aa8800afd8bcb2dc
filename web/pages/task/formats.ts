/** The formats that annotations can be exported to and imported from. */
export const formats = [
  { name: 'COCO 1.0', words: 'JSON: boxes with their attributes', extension: 'json' },
] as const;
