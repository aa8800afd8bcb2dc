/** Types of labels as icon and word. */
import Bone from 'lucide-solid/icons/bone';
import Box from 'lucide-solid/icons/box';
import Brush from 'lucide-solid/icons/brush';
import Circle from 'lucide-solid/icons/circle';
import Dot from 'lucide-solid/icons/dot';
import Pentagon from 'lucide-solid/icons/pentagon';
import Shapes from 'lucide-solid/icons/shapes';
import Spline from 'lucide-solid/icons/spline';
import Square from 'lucide-solid/icons/square';
import Tag from 'lucide-solid/icons/tag';
import type { LabelType } from '#core/model/label.ts';
import type { LucideIcon } from '#web/ui/icon.tsx';

export const labelLooks: Readonly<Record<LabelType, { readonly icon: LucideIcon; readonly word: string }>> = {
  any: { icon: Shapes, word: 'any shape' },
  rectangle: { icon: Square, word: 'box' },
  ellipse: { icon: Circle, word: 'ellipse' },
  polygon: { icon: Pentagon, word: 'polygon' },
  polyline: { icon: Spline, word: 'polyline' },
  points: { icon: Dot, word: 'points' },
  cuboid: { icon: Box, word: 'cuboid' },
  mask: { icon: Brush, word: 'mask' },
  skeleton: { icon: Bone, word: 'skeleton' },
  tag: { icon: Tag, word: 'tag of the frame' },
};
