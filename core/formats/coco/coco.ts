/** COCO 1.0: boxes as instances in one JSON file. */
import type { Format } from '../format.ts';
import { readCoco } from './read.ts';
import { writeCoco } from './write.ts';

export const coco: Format = {
  id: 'coco',
  name: 'COCO 1.0',
  extension: '.json',
  keeps: {
    boxes: true,
    labels: true,
    attributes: true,
    occluded: true,
    order: true,
    source: false,
    'locked and hidden': false,
  },
  detect: (head) => /^\s*\{/.test(head) && /"(?:images|annotations|categories|licenses|info)"\s*:/.test(head),
  write: writeCoco,
  read: readCoco,
};
