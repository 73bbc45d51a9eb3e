/** How to cite a page: words, archive, id and address. */
export function Citation({ text, archive, id, path }: { text: string; archive: string; id: string; path: string }) {
  return (
    <section class="cite" aria-labelledby="cite">
      <h2 id="cite">Cite as</h2>
      <p data-citation="">
        {text}. {archive}, <span class="id">{id}</span>.{' '}
        <a href={path} data-address="">
          {path}
        </a>
      </p>
    </section>
  )
}
