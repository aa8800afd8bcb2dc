import type { Handler } from './handler.ts';
export const importAnnotations: Handler<'import-annotations'> = async () => {
  throw new Error('x');
};
