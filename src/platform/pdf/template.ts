/**
 * The one Typst program there is. What is written arrives as JSON and is only ever set as text: nothing a person typed becomes
 * code. Colours are the tokens of the screen in their light form.
 */
export const template = String.raw`
#let paper = json(bytes(sys.inputs.paper))
#let scale = float(sys.inputs.scale)
#let size(points) = points * scale * 1pt
#let (ink, muted, petrol, beacon) = (rgb("#131525"), rgb("#454b6b"), rgb("#00536e"), rgb("#ffb53a"))
#let (hair, rule-strong, rest, bar-fill) = (rgb("#d5d8e3"), rgb("#131525"), rgb("#dfe2eb"), rgb("#00698a"))
#let has-cover = paper.at("cover", default: none) != none
#let mark = paper.at("mark", default: none)
#let part(from, to) = int(paper.madeAt.slice(from, to))
#let made = datetime(year: part(0, 4), month: part(5, 7), day: part(8, 10), hour: part(11, 13), minute: part(14, 16), second: part(17, 19))

#set document(title: paper.title, author: paper.author, description: paper.subject, date: made)
#set text(font: "Fira Sans", size: size(10), lang: "de", region: "DE", fill: ink, hyphenate: false, fallback: true)
#set par(leading: 0.62em, spacing: 0.85em)
#set list(indent: 0pt, body-indent: 0.6em, spacing: 0.75em, marker: text(fill: petrol, sym.bullet))
#set enum(indent: 0pt, body-indent: 0.6em, spacing: 0.75em, numbering: n => text(weight: 600, fill: petrol, str(n) + "."))

#let badge = if mark != none { box(stroke: 0.6pt + petrol, radius: 2pt, inset: (x: 4pt, y: 2pt), text(weight: 600, fill: petrol, size: size(8), tracking: 0.04em, mark)) }
#let head = {
  set text(size: size(8.5), fill: muted)
  grid(columns: (1fr, auto), align: (left + horizon, right + horizon), paper.head.left, [#paper.head.right #if mark != none [#h(6pt)#badge]])
  v(-0.45em)
  line(length: 100%, stroke: 0.5pt + hair)
}
#let foot = {
  set text(size: size(8.5), fill: muted)
  line(length: 100%, stroke: 0.5pt + hair)
  v(-0.45em)
  grid(columns: (1fr, auto), column-gutter: 12pt, paper.foot, context [Seite #counter(page).display() von #counter(page).final().first()])
}
#let narrow = paper.at("fits", default: none) != none
#set page(
  paper: "a4",
  flipped: paper.at("landscape", default: false),
  margin: if narrow { (x: 18mm, top: 15mm, bottom: 19mm) } else { (x: 22mm, top: 27mm, bottom: 24mm) },
  header: if narrow { none } else { context if not (has-cover and here().page() == 1) { head } },
  footer: context if not (has-cover and here().page() == 1) { foot },
  header-ascent: 9mm,
  footer-descent: 7mm,
)

#show heading: set text(fill: ink, hyphenate: false)
#show heading: set par(leading: 0.45em)
#show heading.where(level: 1): set text(size: size(if narrow { 21 } else { 19 }), weight: 600, tracking: -0.012em)
#show heading.where(level: 2): set text(size: size(if narrow { 12.5 } else { 13.5 }), weight: 600)
#show heading.where(level: 3): set text(size: size(11), weight: 600)
#show heading.where(level: 1): set block(above: size(if narrow { 14 } else { 30 }), below: size(if narrow { 11 } else { 13 }), sticky: true)
#show heading.where(level: 2): set block(above: size(if narrow { 19 } else { 20 }), below: size(9), sticky: true)
#show heading.where(level: 3): set block(above: size(14), below: size(6), sticky: true)
#show outline.entry.where(level: 1): set block(above: 0.9em)
#set outline.entry(fill: box(width: 1fr, inset: (x: 4pt), repeat(text(fill: hair, "."), gap: 2.5pt)))

#let piece(run) = {
  let look = run.at("look", default: "plain")
  let body = if run.text.contains("\n") { run.text.split("\n").map(part => text(part)).join(linebreak()) } else { text(run.text) }
  if look == "strong" { text(weight: 600, body) } else if look == "small" { text(size: size(8.5), body) } else if look == "muted" { text(size: size(8.5), fill: muted, body) } else if look == "lead" { text(size: size(11), fill: muted, body) } else { body }
}
#let setline(line) = line.map(piece).join()

#let bar(percent) = pdf.artifact(box(width: 100%, height: size(6.5), baseline: 0%, fill: rest, if percent != none { place(left + top, rect(width: percent * 1%, height: 100%, fill: bar-fill)) }))

#let cell(value) = if value.kind == "bar" {
  if value.percent == none [] else { align(horizon, bar(value.percent)) }
} else { value.lines.map(line => block(spacing: 0.5em, setline(line))).join() }
#let long(value) = value.kind == "lines" and value.lines.flatten().map(run => run.text.len()).sum(default: 0) > 1500

#let render-table(block-of) = {
  set text(size: size(if narrow { 9 } else { 9.5 }))
  set par(leading: 0.5em)
  let columns = block-of.columns
  let rows = block-of.rows
  // German words are long: they part where a column is narrow, elsewhere it would cost more than it gives.
  let whole = columns.map(column => column.width).sum()
  let slim = columns.map(column => narrow or column.width / whole < 0.35)
  if block-of.caption != "" { block(sticky: true, below: size(4), text(size: size(8.5), fill: muted, block-of.caption)) }
  // Settings of the whole table, not functions of each cell: reports have thousands of them. The text begins at the edge of the page.
  pad(x: -5pt, table(
    columns: columns.map(column => column.width * 1fr),
    align: columns.map(column => (if column.at("numeric", default: false) { right } else { left }) + top),
    inset: (x: 5pt, y: size(4.5)),
    stroke: (x: none, top: none, bottom: 0.5pt + hair),
    table.header(..columns.map(column => table.cell(
      stroke: (bottom: 0.9pt + rule-strong),
      text(weight: 500, fill: muted, size: size(8.5), hyphenate: true, column.header),
    ))),
    ..rows.map(row => {
      let breakable = row.any(long)
      row.zip(slim).map(((value, hyphenate)) => table.cell(breakable: breakable, if hyphenate { text(hyphenate: true, cell(value)) } else { cell(value) }))
    }).flatten(),
  ))
}

#let sign = pdf.artifact(box(width: size(22), height: size(22), {
  place(left + top, polygon(fill: rgb("#003041"), ..((5, 3), (11, 3), (11, 19), (27, 19), (27, 25), (5, 25)).map(((x, y)) => (x / 32 * size(22), (y + 2) / 32 * size(22)))))
  place(left + top, polygon(fill: rgb("#d98a00"), ..((14, 6.5), (27, 3), (27, 16), (14, 11)).map(((x, y)) => (x / 32 * size(22), (y + 2) / 32 * size(22)))))
}))

#let pairs(items) = table(
  columns: (auto, 1fr), stroke: none, inset: (x, y) => (left: if x == 0 { 0pt } else { 10pt }, right: 0pt, y: size(3.2)),
  ..items.map(item => (text(fill: muted, item.label), { set par(leading: 0.5em); piece((text: item.text)) })).flatten(),
)

#let render(block-of) = {
  let kind = block-of.kind
  if kind == "heading" {
    if block-of.at("newPage", default: false) { pagebreak(weak: true) }
    heading(level: block-of.level, block-of.text)
  } else if kind == "paragraph" {
    let look = block-of.at("look", default: "plain")
    par(if look == "plain" { setline(block-of.line) } else { setline(block-of.line.map(run => (look: look) + run)) })
  } else if kind == "list" {
    let items = block-of.items.map(setline)
    if block-of.ordered { enum(tight: false, ..items) } else { list(tight: false, ..items) }
  } else if kind == "figures" {
    v(size(if narrow { 9 } else { 5 }))
    grid(columns: block-of.items.map(_ => 1fr), column-gutter: size(14),
      ..block-of.items.map(item => {
        block(spacing: size(5), text(size: size(23), weight: 300, item.value) + if item.unit != "" { text(size: size(11), fill: muted, " " + item.unit) })
        block(spacing: size(5), { set par(leading: 0.45em); text(size: size(8.8), fill: muted, hyphenate: false, item.label) })
      }))
    v(size(if narrow { 2 } else { 5 }))
  } else if kind == "pairs" { pairs(block-of.items)
  } else if kind == "table" { render-table(block-of)
  } else if kind == "columns" {
    v(size(9))
    grid(columns: (1fr, 1fr), column-gutter: size(24), block-of.left.map(render).join(), block-of.right.map(render).join())
  } else if kind == "masthead" {
    grid(columns: (auto, 1fr, auto), column-gutter: size(10), align: horizon,
      sign,
      { text(size: size(14), weight: 600, block-of.title); linebreak(); text(size: size(9.5), fill: muted, block-of.under) },
      { set align(left); text(size: size(8.5), weight: 600, block-of.right); linebreak(); text(size: size(8.5), block-of.rightSmall) })
    v(size(-1)); line(length: 100%, stroke: 1.1pt + ink)
  } else if kind == "contents" { outline(title: block-of.title, depth: 2, indent: 1.2em)
  } else if kind == "diploma" {
    show heading.where(level: 1): set text(size: size(30))
    show heading.where(level: 1): set block(above: size(9), below: size(15))
    v(size(40))
    block(spacing: size(9), text(size: size(13), fill: petrol, weight: 500, block-of.over))
    heading(level: 1, block-of.title)
    block(spacing: size(9), { set par(leading: 0.5em); text(size: size(15), weight: 500, block-of.under) })
    v(size(4))
  } else if kind == "code" {
    v(1fr)
    let side = size(78)
    let dot = side / block-of.rows.len()
    grid(columns: (auto, 1fr), column-gutter: size(12), align: horizon,
      pdf.artifact(box(width: side, height: side, fill: white, for (y, row) in block-of.rows.enumerate() {
        for run in row.matches(regex("1+")) {
          place(left + top, dx: run.start * dot, dy: y * dot, rect(width: (run.end - run.start) * dot, height: dot, fill: black))
        }
      })),
      { set par(leading: 0.5em); setline(block-of.line) })
  } else if kind == "signatures" {
    grid(columns: block-of.items.map(_ => 1fr), column-gutter: size(24),
      ..block-of.items.map(item => block(width: 100%, stroke: (top: 0.7pt + ink), inset: (top: size(5)), {
        set par(leading: 0.5em)
        text(weight: 600, size: size(9), item.side); linebreak(); text(size: size(9), item.text)
      })))
  } else if kind == "badges" {
    grid(columns: (1fr, 1fr), rows: 48mm, stroke: 0.5pt + hair,
      ..block-of.items.map(item => block(width: 100%, height: 48mm, inset: 7mm, clip: true, {
        set par(leading: 0.4em, spacing: 0.6em)
        text(size: size(8.5), fill: muted, item.over)
        v(1fr)
        text(weight: 600, size: size(if item.name.len() > 26 { 15 } else { 20 }), item.name)
        parbreak()
        text(size: size(11), item.under)
        v(1fr)
      })))
  }
}

#if has-cover {
  let cover = paper.cover
  set par(leading: 0.5em)
  v(8mm)
  sign
  v(46mm)
  block(spacing: size(10), text(size: size(12), fill: petrol, weight: 500, cover.over))
  block(spacing: size(10), title(text(size: size(30), weight: 600, tracking: -0.015em, hyphenate: false, cover.title)))
  block(spacing: size(10), text(size: size(14), fill: muted, cover.under))
  if mark != none { v(size(10)); badge }
  v(1fr)
  line(length: 100%, stroke: 1.1pt + ink)
  pairs(cover.facts)
  v(size(8))
  block(text(size: size(9), fill: muted, cover.note))
  pagebreak()
}
// What introduces a table stays with it.
#for (index, block-of) in paper.blocks.enumerate() {
  let next = paper.blocks.at(index + 1, default: none)
  if block-of.kind == "paragraph" and next != none and next.kind == "table" {
    block(sticky: true, spacing: 0.85em, render(block-of))
  } else { render(block-of) }
}
`
