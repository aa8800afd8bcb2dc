/** COCO 1.0: boxes as instances in one JSON file. */
import type { Format } from '../format.ts';
import { readCoco } from './read.ts';
import { writeCoco } from './write.ts';

export const coco: Format = { write: writeCoco, read: readCoco };
