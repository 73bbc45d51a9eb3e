import { describe, expect, it } from 'vitest'
import { importsOf, productFiles } from './source-tree.ts'

/** DESIGN section 2: imports point one way. What a room may import beside itself; `pipeline` is the file and its folder. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  core: [],
  net: ['core'],
  stages: ['core'],
  store: ['core'],
  pipeline: ['core', 'net', 'stages', 'store'],
  service: ['core', 'net', 'stages', 'store', 'pipeline'],
  // Surfaces read the store themselves, and do everything else through services.
  api: ['core', 'store', 'service'],
  web: ['core', 'store', 'service'],
  mcp: ['core', 'store', 'service'],
  // `up` and `demo` start the site that app.ts puts together; it is loaded when it is needed.
  cli: ['core', 'store', 'service', 'app'],
  app: ['core', 'store', 'service', 'api', 'web', 'mcp'],
  main: ['cli'],
  // The library: what `import … from "clausewatch"` gives.
  index: ['core', 'stages', 'service'],
}

/** `stages/3-extract` is a room of its own: stages do not know each other. */
function roomOf(file: string): string {
  const [, first = '', second = ''] = file.split('/')
  return first === 'stages' ? `stages/${second}` : first.replace(/\.tsx?$/, '')
}

const kindOf = (room: string): string => room.split('/')[0]!

describe('imports of the product', () => {
  const crossings = productFiles.flatMap((file) =>
    importsOf(file)
      .filter(({ target }) => target?.startsWith('src/') && roomOf(target) !== roomOf(file))
      .map(({ target }) => ({ file, target: target! })),
  )

  it('were found at all', () => {
    expect(crossings.length).toBeGreaterThan(100)
  })

  it('stand in rooms that the table knows', () => {
    expect(productFiles.filter((file) => !(kindOf(roomOf(file)) in MAY_IMPORT))).toEqual([])
  })

  it('point one way only', () => {
    const wrong = crossings.filter(
      ({ file, target }) => !MAY_IMPORT[kindOf(roomOf(file))]?.includes(kindOf(roomOf(target))),
    )
    expect(wrong).toEqual([])
  })

  it('enter a stage and the web site by index.ts', () => {
    const behindTheDoor = crossings.filter(
      ({ target }) =>
        /^src\/(stages\/[^/]+|web|net)\//.test(target) && !/^src\/(stages\/[^/]+|web|net)\/index\.ts$/.test(target),
    )
    expect(behindTheDoor).toEqual([])
  })

  it('never leave the product', () => {
    const leaving = productFiles.flatMap((file) =>
      importsOf(file)
        .filter(({ target }) => target && !target.startsWith('src/'))
        .map(({ target }) => `${file} -> ${target}`),
    )
    // Under an older Node main.ts asks the starter for the pinned one.
    expect(leaving).toEqual(['src/main.ts -> bin/setup.mjs'])
  })

  it('go round in no circle at run time', () => {
    const graph = new Map(
      productFiles.map((file) => [
        file,
        importsOf(file).flatMap(({ target, typeOnly }) => (target && !typeOnly ? [target] : [])),
      ]),
    )
    expect(circlesOf(graph)).toEqual([])
  })
})

function circlesOf(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const circles: string[] = []
  const state = new Map<string, 'open' | 'done'>()
  const visit = (file: string, trail: readonly string[]): void => {
    if (state.get(file) === 'done') return
    if (state.get(file) === 'open') {
      circles.push([...trail.slice(trail.indexOf(file)), file].join(' -> '))
      return
    }
    state.set(file, 'open')
    for (const next of graph.get(file) ?? []) visit(next, [...trail, file])
    state.set(file, 'done')
  }
  for (const file of graph.keys()) visit(file, [])
  return circles
}
