/** The mark: four handles around what is annotated. */
export function Mark() {
  return (
    <svg
      width="18"
      height="18"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="1.9"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d="M6 4.5h12M6 19.5h12M4.5 6v12M19.5 6v12" />
      <path d="M3 3h3v3H3zM18 3h3v3h-3zM3 18h3v3H3zM18 18h3v3h-3z" />
      <path d="M8.5 9h7l-1 6.5h-5z" />
    </svg>
  );
}
