import type { Handler } from './handler.ts';
export const exportAnnotations: Handler<'export-annotations'> = async () => {
  throw new Error('x');
};
