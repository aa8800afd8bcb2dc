/** Where the sample lies on the browser's own disk. */
export const sampleFolder = 'sample';
