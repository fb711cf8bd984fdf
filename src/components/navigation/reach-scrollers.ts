/** Lets the keyboard reach code, tables and pictures that are wider than the page, while they are. */
export function reachScrollers(root: ParentNode) {
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (target.scrollWidth > target.clientWidth) target.setAttribute('tabindex', '0');
      else target.removeAttribute('tabindex');
    }
  });
  for (const scroller of root.querySelectorAll('pre, [data-scrolls]')) observer.observe(scroller);
}
