/** Says what an act brought about, in a live region at the end of the host, for four seconds. */
export function sayBriefly(host: Element, words: string) {
  host.querySelector('[role=status]')?.remove();
  const status = document.createElement('span');
  status.setAttribute('role', 'status');
  host.append(status);
  // A live region is announced when its text changes after it has come to the page.
  setTimeout(() => (status.textContent = words), 50);
  setTimeout(() => status.remove(), 4050);
}
