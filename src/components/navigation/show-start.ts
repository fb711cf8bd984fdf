/** Scrolls pictures that are wider than the page to where reading begins: `data-start`, from 0 at the left to 1. */
export function showStart(root: ParentNode) {
  for (const picture of root.querySelectorAll<HTMLElement>('[data-start]')) {
    picture.scrollLeft = Number(picture.dataset['start']) * picture.scrollWidth - picture.clientWidth / 2;
  }
}
