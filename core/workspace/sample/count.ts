/** How many images the sample has; they come first. */
export const sampleImageCount = 40;
