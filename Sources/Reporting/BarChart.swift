/// Horizontal bars with a label on the left and the number at the end.
enum BarChart {
  struct Bar {
    var label: String
    var value: Double
    /// Hollow bars are told apart in black and white.
    var isHollow = false
    var detail = ""
  }

  struct Labels {
    var title: String
    var description: String
    var axis: String
    var solid: String
    var hollow: String
    var numbers: NumberStyle
    /// Whether a bar's number stands before it, where the order says something.
    var hasRanks = true
  }

  private static let width = 560.0
  private static let labelWidth = 222.0
  private static let rowHeight = 25.0
  private static let top = 34.0

  static func svg(_ bars: [Bar], _ labels: Labels) -> SVG? {
    guard let highest = bars.map(\.value).max(), highest > 0 else { return nil }
    // Room for the number after the longest bar.
    let scale = (width - labelWidth - 74) / highest
    let bottom = top + Double(bars.count) * rowHeight
    var children = [SVG]()
    for tick in Ticks.values(from: 0, to: highest, count: 4) {
      let x = labelWidth + tick * scale
      children.append(.line(x, top - 4, x, bottom, stroke: Ink.rule))
      children.append(
        .label(x, top - 9, labels.numbers.text(tick), anchor: .middle, size: 12, fill: Ink.quiet))
    }
    for (index, bar) in bars.enumerated() {
      children.append(row(bar, at: top + Double(index) * rowHeight, rank: index + 1, scale, labels))
    }
    children.append(.line(labelWidth, top - 4, labelWidth, bottom, stroke: Ink.text))
    children.append(.label(0, top - 9, labels.axis, size: 13, fill: Ink.quiet))
    var height = bottom + 6
    if bars.contains(where: \.isHollow) {
      children += legend(at: bottom + 10, labels)
      height += 26
    }
    return .drawing(
      width: width, height: height, title: labels.title, description: labels.description, children)
  }

  private static func row(
    _ bar: Bar, at y: Double, rank: Int, _ scale: Double, _ labels: Labels
  ) -> SVG {
    let length = max(0, bar.value) * scale
    let number = SVG.label(20, y + 17, "\(rank)", anchor: .end, size: 13, fill: Ink.quiet)
    let parts: [SVG] = [
      .label(labels.hasRanks ? 28 : 0, y + 17, Markup.shortened(bar.label, to: 26), size: 13),
      .rect(
        labelWidth, y + 4, length, rowHeight - 8, fill: bar.isHollow ? "#fff" : Ink.gain,
        stroke: Ink.gain),
      .label(
        labelWidth + length + 6, y + 17, labels.numbers.amount(bar.value), size: 13, hasHalo: true),
    ]
    return SVG.group((labels.hasRanks ? [number] : []) + parts).titled(
      bar.label + (bar.detail.isEmpty ? "" : " – " + bar.detail))
  }

  private static func legend(at y: Double, _ labels: Labels) -> [SVG] {
    [
      .rect(labelWidth, y, 16, 12, fill: Ink.gain, stroke: Ink.gain),
      .label(labelWidth + 22, y + 11, labels.solid, size: 13),
      .rect(labelWidth + 150, y, 16, 12, fill: "#fff", stroke: Ink.gain),
      .label(labelWidth + 172, y + 11, labels.hollow, size: 13),
    ]
  }
}
