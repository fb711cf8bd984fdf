import Ask from './Ask.astro';
import Diagram from './Diagram.astro';
import Heading2 from './Heading2.astro';
import Heading3 from './Heading3.astro';
import Heading4 from './Heading4.astro';
import Point from './Point.astro';
import Reading from './Reading.astro';
import Ref from './Ref.astro';
import Say from './Say.astro';
import Table from './Table.astro';

/** What authors may use in MDX, and how Markdown's own headings and tables are drawn. */
export const forAuthors = {
  Ask,
  Diagram,
  Point,
  Reading,
  Ref,
  Say,
  h2: Heading2,
  h3: Heading3,
  h4: Heading4,
  table: Table,
};
