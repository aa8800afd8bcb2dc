/** Puts the focus where something is wrong. */

const wrong = '[data-field-error], [aria-invalid="true"]';
const fillable = 'input:not([hidden]), textarea, select, button';

/** On the control that holds a field of the draft, else on what is wrong in its section. */
export function focusField(page: HTMLElement | undefined, field: string): void {
  const place = page?.querySelector<HTMLElement>(`[data-field~="${field}"]`);
  const control = place?.matches(fillable)
    ? place
    : (place?.querySelector<HTMLElement>(wrong) ?? place?.querySelector<HTMLElement>(fillable));
  control?.scrollIntoView({ block: 'nearest' });
  control?.focus();
}

export function focusFirstError(page: HTMLElement | undefined): void {
  page?.querySelector<HTMLElement>(wrong)?.focus();
}
