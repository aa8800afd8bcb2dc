export function StoragesPage() {
  return <p>StoragesPage</p>;
}
