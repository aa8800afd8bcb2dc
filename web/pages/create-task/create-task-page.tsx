export function CreateTaskPage() {
  return <p>CreateTaskPage</p>;
}
